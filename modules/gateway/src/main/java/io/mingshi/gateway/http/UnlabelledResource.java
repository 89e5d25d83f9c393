package io.mingshi.gateway.http;

import static io.mingshi.gateway.GatewayProblem.CLAUSE_NOT_ACCEPTED;
import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;

import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.work.DutyClause;
import io.mingshi.gateway.work.SupplyUnlabelled;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Works without explicit label, for their owners, on request.
/// [LAB-9](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)
@Path("/api/gateway/unlabelled")
@RunOnVirtualThread
class UnlabelledResource {
    private final Callers callers;
    private final SupplyUnlabelled supply;
    private final DutyClause clause;

    UnlabelledResource(Callers callers, SupplyUnlabelled supply, DutyClause clause) {
        this.callers = callers;
        this.supply = supply;
        this.clause = clause;
    }

    /// @param work its ProduceID
    /// @param reason why it is wanted so
    /// @param accepted that the clause of this version is accepted
    record Wanted(
            @Nullable String work,
            @Nullable String reason,
            @Nullable String clauseVersion,
            boolean accepted) {}

    /// @param url opens once, for its recipient alone
    record Granted(String url, Instant expiresAt) {}

    @GET
    @Path("/clause")
    public DutyClause.Text clause() {
        return clause.text();
    }

    @POST
    public Response request(@Nullable Wanted wanted) {
        var owner = callers.with(Role.USER).person();
        if (wanted == null || wanted.work() == null || wanted.reason() == null) {
            throw INVALID_REQUEST.with("send a JSON body with work, reason, clauseVersion and accepted");
        }
        if (!wanted.accepted() || wanted.clauseVersion() == null) {
            throw CLAUSE_NOT_ACCEPTED.with(
                    "accept the duty to label: GET /api/gateway/unlabelled/clause shows the clause and its version");
        }
        var granted = supply.request(owner, new ProduceId(wanted.work()), wanted.reason(), wanted.clauseVersion());
        return Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .entity(new Granted(
                        "/api/gateway/unlabelled/" + granted.secret(),
                        granted.supply().expiresAt()))
                .build();
    }

    @GET
    @Path("/{secret}")
    public Response fetch(@PathParam("secret") String secret) {
        return Content.of(supply.fetch(callers.with(Role.USER).person(), secret));
    }
}
