package io.mingshi.records.reconciliation;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;
import static io.mingshi.records.RecordsProblem.NO_SUCH_RECONCILIATION;

import io.mingshi.records.PrivilegedReads;
import io.mingshi.records.reconciliation.Reconciliation.Found;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reconciliations for officers and inspectors: start one, follow it, read what it found.
@Path("/api/records/reconciliations")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ReconciliationResource {
    private static final int LISTED = 100;
    private static final int FINDINGS = 1000;

    private final ReconciliationRuns runs;
    private final ReconciliationRows rows;
    private final PrivilegedReads reads;
    private final Callers callers;

    ReconciliationResource(ReconciliationRuns runs, ReconciliationRows rows, PrivilegedReads reads, Callers callers) {
        this.runs = runs;
        this.rows = rows;
        this.reads = reads;
        this.callers = callers;
    }

    /// A reconciliation and what it found.
    record Result(Reconciliation reconciliation, List<Found> findings) {}

    /// @param share of the objects whose bytes are read, from 0 to 1; the one that is set where it is left out
    @POST
    public Response start(@QueryParam("share") @Nullable Double share) {
        Caller caller = callers.with(Role.OFFICER, Role.INSPECTOR);
        if (share != null && !(share >= 0 && share <= 1)) {
            throw MALFORMED_REQUEST.with("share is the part of the objects to be read, from 0 to 1");
        }
        String id = runs.start(caller.person().value(), Optional.ofNullable(share));
        return Response.accepted(new Result(rows.find(id).orElseThrow(), List.of()))
                .location(URI.create("/api/records/reconciliations/" + id))
                .build();
    }

    @GET
    @Transactional
    public List<Reconciliation> list() {
        read("*");
        return rows.newest(LISTED);
    }

    /// @param after the number of a finding; up to 1,000 findings after it are told
    @GET
    @Path("/{id}")
    @Transactional
    public Result result(@PathParam("id") String id, @QueryParam("after") @DefaultValue("0") long after) {
        read(id);
        return rows.find(id)
                .map(found -> new Result(found, rows.findings(id, after, FINDINGS)))
                .orElseThrow(
                        () -> NO_SUCH_RECONCILIATION.with("there is no reconciliation with this id: list them all"));
    }

    private void read(String target) {
        Caller caller = callers.with(Role.OFFICER, Role.INSPECTOR);
        reads.record(caller, caller.is(Role.INSPECTOR) ? Role.INSPECTOR : Role.OFFICER, "works-reconciliation", target);
    }
}
