package io.mingshi.records.http;

import static io.mingshi.records.RecordsProblem.NO_RECORD_OF_WORK;

import io.mingshi.contracts.ProduceId;
import io.mingshi.records.ReadWorkChain;
import io.mingshi.records.WorkChain;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/// The chain of a work, for officers and inspectors.
@Path("/api/records/works")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class WorkChainResource {
    private final ReadWorkChain readWorkChain;
    private final Callers callers;

    WorkChainResource(ReadWorkChain readWorkChain, Callers callers) {
        this.readWorkChain = readWorkChain;
        this.callers = callers;
    }

    /// @param proofs whether each link comes with its proof
    @GET
    @Path("/{produceId}")
    public WorkChain chain(@PathParam("produceId") String produceId, @QueryParam("proofs") boolean proofs) {
        Caller caller = callers.with(Role.OFFICER, Role.INSPECTOR);
        ProduceId work = new ProduceId(produceId);
        return readWorkChain
                .of(work, caller, Privilege.of(caller), proofs)
                .orElseThrow(() -> NO_RECORD_OF_WORK.with(
                        "nothing is recorded under the number " + work + ": check it against the file's label"));
    }
}
