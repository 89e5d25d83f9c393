package io.mingshi.moderation.http;

import static io.mingshi.moderation.ModerationProblem.DECISION_INCOMPLETE;
import static io.mingshi.servicekit.caller.Role.INSPECTOR;
import static io.mingshi.servicekit.caller.Role.OFFICER;
import static io.mingshi.servicekit.caller.Role.REVIEWER;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.SanctionKind;
import io.mingshi.moderation.sanction.CloseAccount;
import io.mingshi.moderation.sanction.ImposeSanction;
import io.mingshi.moderation.sanction.ReadSanctions;
import io.mingshi.moderation.sanction.Wanted;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Steps of the ladder, for reviewers and officers.
@Path("/api/moderation/sanctions")
@RunOnVirtualThread
class SanctionResource {
    private final Callers callers;
    private final ImposeSanction impose;
    private final CloseAccount close;
    private final ReadSanctions read;
    private final Views views;

    SanctionResource(Callers callers, ImposeSanction impose, CloseAccount close, ReadSanctions read, Views views) {
        this.callers = callers;
        this.impose = impose;
        this.close = close;
        this.read = read;
        this.views = views;
    }

    /// @param kind `WARNING`, `RESTRICTION`, `SUSPENSION` or `CLOSURE`
    /// @param until when it ends by itself; of a restriction and a suspension
    record Request(
            @Nullable String person,
            @Nullable String kind,
            @Nullable String policy,
            @Nullable String reason,
            @Nullable List<@Nullable String> evidence,
            @Nullable Instant until) {
        Wanted wanted() {
            return new Wanted(
                    new PersonId(DecisionRequest.present(person, "say in the field person whom it concerns")),
                    kindOf(kind),
                    DecisionRequest.reasons(policy, reason, evidence),
                    until);
        }
    }

    /// A closure waits for a second person (202); every other step counts at once (201).
    @POST
    public Response impose(@Nullable Request request) {
        Caller decider = callers.with(REVIEWER, OFFICER);
        Wanted wanted = DecisionRequest.present(request, "send a JSON body with person, kind, policy, reason, evidence")
                .wanted();
        if (wanted.kind() == SanctionKind.CLOSURE) {
            return DeedView.waits(close.propose(wanted, decider.person()));
        }
        return Response.status(Response.Status.CREATED)
                .entity(views.forStaff(impose.impose(wanted, decider.person())))
                .build();
    }

    @GET
    public List<SanctionView> of(@QueryParam("person") @Nullable String person) {
        Caller reader = callers.with(REVIEWER, OFFICER, INSPECTOR);
        var concerned = new PersonId(DecisionRequest.present(person, "say in the parameter person whose sanctions"));
        return read.of(reader, Privileges.of(reader, OFFICER, REVIEWER, INSPECTOR), concerned).stream()
                .map(views::forStaff)
                .toList();
    }

    private static SanctionKind kindOf(@Nullable String kind) {
        return Arrays.stream(SanctionKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> DECISION_INCOMPLETE.with("kind is WARNING, RESTRICTION, SUSPENSION or CLOSURE"));
    }
}
