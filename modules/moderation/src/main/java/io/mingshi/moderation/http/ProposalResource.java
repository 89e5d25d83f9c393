package io.mingshi.moderation.http;

import static io.mingshi.servicekit.caller.Role.INSPECTOR;
import static io.mingshi.servicekit.caller.Role.OFFICER;
import static io.mingshi.servicekit.caller.Role.REVIEWER;

import io.mingshi.moderation.ApproveChange;
import io.mingshi.moderation.Proposal;
import io.mingshi.moderation.ProposeChange;
import io.mingshi.moderation.Version;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes of the feature library: one person proposes, another approves.
@Path("/api/moderation/library/proposals")
@RunOnVirtualThread
class ProposalResource {
    private final Callers callers;
    private final ProposeChange propose;
    private final ApproveChange approve;

    ProposalResource(Callers callers, ProposeChange propose, ApproveChange approve) {
        this.callers = callers;
        this.propose = propose;
        this.approve = approve;
    }

    @POST
    public Response propose(@Nullable ProposalRequest request) {
        Caller reviewer = callers.with(REVIEWER);
        Proposal proposal = ProposalRequest.present(request).proposedTo(propose, reviewer.person());
        return Response.status(Response.Status.CREATED)
                .entity(new Proposed(proposal.id()))
                .build();
    }

    @GET
    public List<ProposalView> open() {
        callers.with(REVIEWER, OFFICER, INSPECTOR);
        return propose.open().stream().map(ProposalView::of).toList();
    }

    @POST
    @Path("/{id}/approval")
    public Version approve(@PathParam("id") String id) {
        return approve.approve(id, callers.with(REVIEWER, OFFICER).person());
    }

    record Proposed(String id) {}
}
