package io.mingshi.records.http;

import static io.mingshi.records.RecordsProblem.INVALID_SEARCH;
import static io.mingshi.records.RecordsProblem.NO_SUCH_RECORD;

import io.mingshi.records.Findings;
import io.mingshi.records.RecordProof;
import io.mingshi.records.search.Criterion;
import io.mingshi.records.search.SearchRecords;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Look-ups by what an officer or inspector has in hand, and the proof of a record.
@Path("/api/records")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class SearchResource {
    private final SearchRecords search;
    private final Callers callers;

    SearchResource(SearchRecords search, Callers callers) {
        this.search = search;
        this.callers = callers;
    }

    /// What may be asked for: one of these, where `from` and `to` are one.
    static class Question {
        @QueryParam("contentHash")
        @Nullable
        String contentHash;

        @QueryParam("watermark")
        @Nullable
        String watermark;

        @QueryParam("fingerprint")
        @Nullable
        String fingerprint;

        @QueryParam("ticket")
        @Nullable
        String ticket;

        @QueryParam("from")
        @Nullable
        String from;

        @QueryParam("to")
        @Nullable
        String to;

        Criterion criterion() {
            List<Criterion> given = new ArrayList<>();
            add(given, contentHash, Criterion.ContentHash::new);
            add(given, watermark, Criterion.Watermark::new);
            add(given, fingerprint, Criterion.Fingerprint::new);
            add(given, ticket, Criterion.Ticket::new);
            if (from != null && to != null) {
                given.add(new Criterion.Time(instant(from), instant(to)));
            }
            if (given.size() != 1) {
                throw INVALID_SEARCH.with("ask for one of contentHash, watermark, fingerprint, ticket, or from and to");
            }
            return given.getFirst();
        }

        private static void add(List<Criterion> given, @Nullable String value, Function<String, Criterion> criterion) {
            if (value != null) {
                given.add(criterion.apply(value));
            }
        }

        private static Instant instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw INVALID_SEARCH.with("from and to are instants such as 2026-11-20T02:00:00Z");
            }
        }
    }

    /// @param after `next` of the page before
    @GET
    @Path("/search")
    public Findings find(@BeanParam Question question, @QueryParam("after") @Nullable String after) {
        Caller caller = callers.with(Role.OFFICER, Role.INSPECTOR);
        return search.find(question.criterion(), after, caller, Privilege.of(caller));
    }

    @GET
    @Path("/records/{position: [0-9]{1,18}}/proof")
    public RecordProof proof(@PathParam("position") long position) {
        Caller caller = callers.with(Role.OFFICER, Role.INSPECTOR);
        return search.proof(position, caller, Privilege.of(caller))
                .orElseThrow(() -> NO_SUCH_RECORD.with("there is no record at the position " + position));
    }
}
