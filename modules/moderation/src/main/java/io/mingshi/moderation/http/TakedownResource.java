package io.mingshi.moderation.http;

import static io.mingshi.servicekit.caller.Role.INSPECTOR;
import static io.mingshi.servicekit.caller.Role.OFFICER;
import static io.mingshi.servicekit.caller.Role.REVIEWER;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.moderation.Policy;
import io.mingshi.moderation.takedown.RevokeTakedown;
import io.mingshi.moderation.takedown.StopContent;
import io.mingshi.moderation.takedown.Takedown;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takedowns: one deed stops serving, blocks the re-upload, explains, reports, and proposes a rule where one
/// is given.
@Path("/api/moderation/takedowns")
@RunOnVirtualThread
class TakedownResource {
    private final Callers callers;
    private final StopContent stop;
    private final RevokeTakedown takedowns;

    TakedownResource(Callers callers, StopContent stop, RevokeTakedown takedowns) {
        this.callers = callers;
        this.stop = stop;
        this.takedowns = takedowns;
    }

    /// @param rule a term that the library is to have from now on; may be left out
    record Request(
            @Nullable String work,
            @Nullable String policy,
            @Nullable String reason,
            @Nullable List<@Nullable String> evidence,
            @Nullable Rule rule) {}

    /// @param category one of the 31 kinds of risk
    record Rule(@Nullable String category, @Nullable String term) {
        StopContent.Rule wanted() {
            String sentence = "a rule has a category and a term";
            return new StopContent.Rule(
                    DecisionRequest.present(category, sentence), DecisionRequest.present(term, sentence));
        }
    }

    /// @param report the number under which it is reported; null where the policy asks for no report
    /// @param proposal the rule that waits for another person's approval; null when none was given
    record Ordered(
            String decision,
            ProduceId work,
            String statement,
            @Nullable String report,
            @Nullable String proposal) {}

    record View(
            String decision,
            ProduceId work,
            PersonId owner,
            Policy policy,
            String reason,
            List<String> evidence,
            PersonId by,
            Instant at,
            @Nullable Instant revokedAt) {
        static View of(Takedown takedown) {
            var revoked = takedown.revoked();
            return new View(
                    takedown.decision(),
                    takedown.work(),
                    takedown.owner(),
                    takedown.reasons().policy(),
                    takedown.reasons().reason(),
                    takedown.reasons().evidence(),
                    takedown.by(),
                    takedown.at(),
                    revoked == null ? null : revoked.at());
        }
    }

    @POST
    public Response order(@Nullable Request request) {
        var by = callers.with(REVIEWER, OFFICER).person();
        String sentence = "send a JSON body with work, policy, reason and evidence";
        Request wanted = DecisionRequest.present(request, sentence);
        var done = stop.stop(
                new ProduceId(DecisionRequest.present(wanted.work(), sentence)),
                DecisionRequest.reasons(wanted.policy(), wanted.reason(), wanted.evidence()),
                Optional.ofNullable(wanted.rule()).map(Rule::wanted),
                by);
        var ordered = new Ordered(
                done.takedown().takedown().decision(),
                done.takedown().takedown().work(),
                done.takedown().statement().number(),
                done.takedown().report().orElse(null),
                done.proposal().orElse(null));
        return Response.status(Response.Status.CREATED).entity(ordered).build();
    }

    @GET
    public List<View> latest() {
        callers.with(REVIEWER, OFFICER, INSPECTOR);
        return takedowns.latest().stream().map(View::of).toList();
    }

    /// Proposes to take it back; a second person decides.
    @POST
    @Path("/{decision}/revocation")
    public Response revoke(@PathParam("decision") String decision, @Nullable DecisionRequest request) {
        var proposer = callers.with(REVIEWER, OFFICER).person();
        return DeedView.waits(takedowns.propose(decision, DecisionRequest.reasons(request), proposer));
    }
}
