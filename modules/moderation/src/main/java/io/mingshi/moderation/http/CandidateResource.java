package io.mingshi.moderation.http;

import static io.mingshi.moderation.ModerationProblem.PROPOSAL_INCOMPLETE;
import static io.mingshi.moderation.http.EntryBody.given;
import static io.mingshi.servicekit.caller.Role.INSPECTOR;
import static io.mingshi.servicekit.caller.Role.OFFICER;
import static io.mingshi.servicekit.caller.Role.REVIEWER;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.Version;
import io.mingshi.moderation.bank.ImportBank;
import io.mingshi.moderation.rollout.Candidate;
import io.mingshi.moderation.rollout.DecideCandidate;
import io.mingshi.moderation.rollout.DryRun;
import io.mingshi.moderation.rollout.ProposeCandidate;
import io.mingshi.moderation.rollout.TryCandidate;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Many changes of the library at once: imported or rolled back, tried, and put in force by another person.
@Path("/api/moderation/library/candidates")
@RunOnVirtualThread
class CandidateResource {
    private final Callers callers;
    private final ProposeCandidate propose;
    private final DecideCandidate decide;
    private final DryRun dryRun;
    private final TryCandidate trials;
    private final ImportBank banks;

    CandidateResource(
            Callers callers,
            ProposeCandidate propose,
            DecideCandidate decide,
            DryRun dryRun,
            TryCandidate trials,
            ImportBank banks) {
        this.callers = callers;
        this.propose = propose;
        this.decide = decide;
        this.dryRun = dryRun;
        this.trials = trials;
        this.banks = banks;
    }

    /// @param entries to be added
    /// @param retire the numbers of the rules to be taken out
    record Import(
            @Nullable String reason,
            @Nullable String source,
            @Nullable List<EntryBody> entries,
            @Nullable List<String> retire) {}

    record RollBack(@Nullable Long version, @Nullable String reason) {}

    record Trial(@Nullable Integer percent) {}

    /// @param bank the number of a bank whose questions are tried
    record Texts(@Nullable List<String> texts, @Nullable String bank) {}

    record View(
            String id,
            String reason,
            String source,
            int changes,
            PersonId proposer,
            Instant proposedAt,
            Candidate.State state) {
        static View of(Candidate candidate) {
            return new View(
                    candidate.id(),
                    candidate.reason(),
                    candidate.source(),
                    candidate.changes().size(),
                    candidate.proposer(),
                    candidate.proposedAt(),
                    candidate.state());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response importJson(@Nullable Import body) {
        PersonId reviewer = callers.with(REVIEWER).person();
        if (body == null) {
            throw PROPOSAL_INCOMPLETE.with("send a JSON body with entries, reason and source");
        }
        return created(propose.imported(
                Objects.requireNonNullElse(body.entries(), List.<EntryBody>of()).stream()
                        .map(EntryBody::content)
                        .toList(),
                Objects.requireNonNullElse(body.retire(), List.of()),
                given("reason", body.reason()),
                given("source", body.source()),
                reviewer));
    }

    /// Lines of the form that the export has; the column of the rule's number is not read.
    @POST
    @Consumes("text/csv")
    public Response importCsv(
            String csv, @QueryParam("reason") @Nullable String reason, @QueryParam("source") @Nullable String source) {
        PersonId reviewer = callers.with(REVIEWER).person();
        return created(propose.imported(
                EntryCsv.read(csv).stream().map(EntryBody::content).toList(),
                List.of(),
                given("reason", reason),
                given("source", source),
                reviewer));
    }

    @POST
    @Path("/rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rollBack(@Nullable RollBack body) {
        PersonId reviewer = callers.with(REVIEWER, OFFICER).person();
        if (body == null || body.version() == null) {
            throw PROPOSAL_INCOMPLETE.with("send a JSON body with version and reason");
        }
        return created(propose.rollBack(body.version(), given("reason", body.reason()), reviewer));
    }

    @GET
    public List<View> open() {
        callers.with(REVIEWER, OFFICER, INSPECTOR);
        return propose.open().stream().map(View::of).toList();
    }

    @POST
    @Path("/{id}/dry-run")
    @Consumes(MediaType.APPLICATION_JSON)
    public DryRun.Outcome dryRun(@PathParam("id") String id, @Nullable Texts body) {
        callers.with(REVIEWER, OFFICER);
        List<String> texts = new ArrayList<>();
        if (body != null && body.texts() != null) {
            texts.addAll(body.texts());
        }
        if (body != null && body.bank() != null) {
            banks.find(body.bank()).questions().forEach(question -> texts.add(question.text()));
        }
        return dryRun.of(propose.find(id), texts);
    }

    /// Tries it on live texts: the gateways count what would change.
    @PUT
    @Path("/{id}/shadow")
    @Consumes(MediaType.APPLICATION_JSON)
    public void shadow(@PathParam("id") String id, @Nullable Trial body) {
        PersonId caller = callers.with(REVIEWER, OFFICER).person();
        if (body == null || body.percent() == null) {
            throw PROPOSAL_INCOMPLETE.with("send a JSON body with percent");
        }
        trials.on(id, body.percent(), caller);
    }

    @POST
    @Path("/{id}/publication")
    public Version publish(@PathParam("id") String id) {
        return decide.publish(id, callers.with(REVIEWER, OFFICER).person());
    }

    @DELETE
    @Path("/{id}")
    public void discard(@PathParam("id") String id) {
        decide.discard(id, callers.with(REVIEWER, OFFICER).person());
    }

    private static Response created(Candidate candidate) {
        return Response.status(Response.Status.CREATED)
                .entity(View.of(candidate))
                .build();
    }
}
