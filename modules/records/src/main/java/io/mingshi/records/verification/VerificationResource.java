package io.mingshi.records.verification;

import static io.mingshi.records.RecordsProblem.NO_SUCH_VERIFICATION;

import io.mingshi.records.PrivilegedReads;
import io.mingshi.records.verification.Verification.Found;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Verifications for officers and inspectors: start one, follow it, read what it found.
@Path("/api/records/verifications")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class VerificationResource {
    private static final int LISTED = 100;
    private static final int FINDINGS = 1000;

    private final VerificationRuns runs;
    private final VerificationRows rows;
    private final FindingRows findings;
    private final PrivilegedReads reads;
    private final Callers callers;

    VerificationResource(
            VerificationRuns runs,
            VerificationRows rows,
            FindingRows findings,
            PrivilegedReads reads,
            Callers callers) {
        this.runs = runs;
        this.rows = rows;
        this.findings = findings;
        this.reads = reads;
        this.callers = callers;
    }

    /// @param next the position up to which the records are compared, of `size`
    record Progress(
            String id,
            String outcome,
            String startedBy,
            Instant startedAt,
            @Nullable Instant finishedAt,
            long size,
            long next,
            long records,
            @Nullable Long unlogged,
            long findingCount,
            @Nullable String failure,
            @Nullable String checkpoint,
            List<Found> findings) {
        static Progress of(Verification verification, List<Found> findings) {
            return new Progress(
                    verification.id(),
                    verification.outcome(),
                    verification.startedBy(),
                    verification.startedAt(),
                    verification.finishedAt(),
                    verification.size(),
                    verification.next(),
                    verification.records(),
                    verification.unlogged(),
                    verification.findings(),
                    verification.failure(),
                    verification.checkpoint().orElse(null),
                    findings);
        }
    }

    @POST
    public Response start() {
        Caller caller = callers.with(Role.OFFICER, Role.INSPECTOR);
        String id = runs.start(caller.person().value());
        return Response.accepted(rows.find(id)
                        .map(begun -> Progress.of(begun, List.of()))
                        .orElseThrow())
                .location(URI.create("/api/records/verifications/" + id))
                .build();
    }

    @GET
    @Transactional
    public List<Progress> list() {
        read("*");
        return rows.newest(LISTED).stream()
                .map(verification -> Progress.of(verification, List.of()))
                .toList();
    }

    /// @param after the number of a finding; up to 1,000 findings after it are told
    @GET
    @Path("/{id}")
    @Transactional
    public Progress progress(@PathParam("id") String id, @QueryParam("after") @DefaultValue("0") long after) {
        read(id);
        return rows.find(id)
                .map(verification -> Progress.of(verification, findings.of(id, after, FINDINGS)))
                .orElseThrow(() -> NO_SUCH_VERIFICATION.with("there is no verification with this id: list them all"));
    }

    private void read(String target) {
        Caller caller = callers.with(Role.OFFICER, Role.INSPECTOR);
        reads.record(caller, caller.is(Role.INSPECTOR) ? Role.INSPECTOR : Role.OFFICER, "records-verification", target);
    }
}
