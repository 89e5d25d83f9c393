package io.mingshi.records.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.contracts.PersonId;
import io.mingshi.records.Header;
import io.mingshi.records.retention.CopyRecords;
import io.mingshi.records.retention.CopyRecords.Copy;
import io.mingshi.records.retention.ErasePerson;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person may ask for: a copy of everything, and erasure.
@Path("/api/records/me")
@RunOnVirtualThread
class MyRecordsResource {
    private final CopyRecords copyRecords;
    private final ErasePerson erasePerson;
    private final Callers callers;
    private final ObjectMapper json;

    MyRecordsResource(CopyRecords copyRecords, ErasePerson erasePerson, Callers callers, ObjectMapper json) {
        this.copyRecords = copyRecords;
        this.erasePerson = erasePerson;
        this.callers = callers;
        this.json = json;
    }

    /// JSON Lines: a record each, and a last line that tells how many there were, so that a copy that broke
    /// off is told from a whole one.
    @GET
    @Produces("application/jsonl")
    public StreamingOutput copy() {
        PersonId person = callers.current().person();
        return out -> {
            long records = copyRecords.of(person, copy -> write(out, CopyLine.of(copy)));
            write(out, new LastLine(true, records));
        };
    }

    /// Erases what may go now; the rest is only stored until it may.
    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public List<ErasureView> erase() {
        PersonId person = callers.with(Role.USER).person();
        return erasePerson.request(person, "the person's own request", person).stream()
                .map(ErasureView::of)
                .toList();
    }

    private void write(OutputStream out, Object line) {
        try {
            out.write((json.writeValueAsString(line) + "\n").getBytes(UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record cannot be written as JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException("whoever asked for the copy does not read it any more", e);
        }
    }

    /// @param withheld why there is no text; null when there is one
    record CopyLine(
            long position,
            String eventId,
            String type,
            Instant occurredAt,
            Instant receivedAt,
            String retentionClass,
            @Nullable String text,
            @Nullable String withheld,
            @Nullable String salt,
            String commitment) {
        static CopyLine of(Copy copy) {
            Header header = copy.kept().header();
            return new CopyLine(
                    copy.kept().position(),
                    header.eventId(),
                    header.type(),
                    header.occurredAt(),
                    header.receivedAt(),
                    header.retentionClass().name(),
                    copy.text(),
                    copy.withheld() == null ? null : copy.withheld().name(),
                    copy.salt(),
                    copy.kept().commitment());
        }
    }

    record LastLine(boolean complete, long records) {}
}
