package io.mingshi.records.http;

import static io.mingshi.records.RecordsProblem.NOT_ARCHIVED;

import io.mingshi.records.PrivilegedReads;
import io.mingshi.records.archiving.RestoreRecord;
import io.mingshi.records.archiving.SealedRow;
import io.mingshi.records.archiving.Segments;
import io.mingshi.records.archiving.Segments.Summary;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is in the archive, and how a record comes back from it.
@Path("/api/records/archive")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ArchiveResource {
    private final Segments segments;
    private final RestoreRecord restoreRecord;
    private final PrivilegedReads reads;
    private final Callers callers;

    ArchiveResource(Segments segments, RestoreRecord restoreRecord, PrivilegedReads reads, Callers callers) {
        this.segments = segments;
        this.restoreRecord = restoreRecord;
        this.reads = reads;
        this.callers = callers;
    }

    @GET
    @Transactional
    public List<Summary> summaries() {
        Caller caller = callers.with(Role.OFFICER, Role.INSPECTOR);
        reads.record(caller, caller.is(Role.INSPECTOR) ? Role.INSPECTOR : Role.OFFICER, "archive", "*");
        return segments.summaries();
    }

    /// @param position of a record that the verification found deleted or changed
    record Restoration(@Nullable Long position) {}

    /// @param eventId of the record that is back
    record Restored(long position, String eventId) {}

    @POST
    @Path("/restorations")
    @Consumes(MediaType.APPLICATION_JSON)
    public Restored restore(@Nullable Restoration asked) {
        Caller officer = callers.with(Role.OFFICER);
        if (asked == null || asked.position() == null) {
            throw NOT_ARCHIVED.with("name the position of the record to restore, as the verification tells it");
        }
        SealedRow row = restoreRecord.restore(asked.position(), officer);
        return new Restored(row.position(), row.header().eventId());
    }
}
