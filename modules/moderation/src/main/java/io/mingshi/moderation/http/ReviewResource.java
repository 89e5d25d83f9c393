package io.mingshi.moderation.http;

import static io.mingshi.moderation.ModerationProblem.DECISION_INCOMPLETE;
import static io.mingshi.servicekit.caller.Role.INSPECTOR;
import static io.mingshi.servicekit.caller.Role.OFFICER;
import static io.mingshi.servicekit.caller.Role.REVIEWER;

import io.mingshi.contracts.ContentKind;
import io.mingshi.moderation.Reasons;
import io.mingshi.moderation.review.ReadReviews;
import io.mingshi.moderation.review.Review;
import io.mingshi.moderation.review.ReviewEvent.Step;
import io.mingshi.moderation.review.ReviewEvent.Veil;
import io.mingshi.moderation.review.WorkOnReviews;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The queue of what a person has to look at.
@Path("/api/moderation/reviews")
@RunOnVirtualThread
class ReviewResource {
    private final Callers callers;
    private final ReadReviews read;
    private final WorkOnReviews work;
    private final Clock clock;

    ReviewResource(Callers callers, ReadReviews read, WorkOnReviews work, Clock clock) {
        this.callers = callers;
        this.read = read;
        this.work = work;
        this.clock = clock;
    }

    /// @param release whether it may be delivered
    record Decision(
            @Nullable Boolean release,
            @Nullable String policy,
            @Nullable String reason,
            @Nullable List<@Nullable String> evidence) {}

    record Escalation(@Nullable String reason) {}

    /// @param veil `BLUR`, `GREYSCALE` or `MUTE`
    record Unveiling(@Nullable String veil) {}

    /// How the page is to show what is held, to spare whoever looks.
    ///
    /// @param content where the bytes are
    record Preview(
            String review,
            ContentKind kind,
            boolean blur,
            boolean greyscale,
            boolean muted,
            String contentHash,
            String content) {
        static Preview of(Review review) {
            return new Preview(
                    review.number(),
                    review.opened().kind(),
                    !review.unveiled().contains(Veil.BLUR),
                    !review.unveiled().contains(Veil.GREYSCALE),
                    !review.unveiled().contains(Veil.MUTE),
                    review.opened().contentHash(),
                    "/api/gateway/held/" + review.number() + "/content");
        }
    }

    @GET
    public List<ReviewView> waiting() {
        Caller reader = callers.with(REVIEWER, OFFICER, INSPECTOR);
        return read.waiting(reader, Privileges.of(reader, REVIEWER, OFFICER, INSPECTOR)).stream()
                .map(this::view)
                .toList();
    }

    /// Everything that happened to it.
    @GET
    @Path("/{review}/history")
    public List<Step> history(@PathParam("review") String review) {
        Caller reader = callers.with(REVIEWER, OFFICER, INSPECTOR);
        return read.history(reader, Privileges.of(reader, REVIEWER, OFFICER, INSPECTOR), review);
    }

    @POST
    @Path("/{review}/claim")
    public ReviewView claim(@PathParam("review") String review) {
        return view(work.claim(review, callers.with(REVIEWER, OFFICER)));
    }

    @DELETE
    @Path("/{review}/claim")
    public ReviewView giveBack(@PathParam("review") String review) {
        return view(work.giveBack(review, callers.with(REVIEWER, OFFICER)));
    }

    @GET
    @Path("/{review}/preview")
    public Preview preview(@PathParam("review") String review) {
        return Preview.of(work.look(review, callers.with(REVIEWER, OFFICER)));
    }

    /// Asks one veil away; that it was is kept.
    @POST
    @Path("/{review}/unveilings")
    public Preview unveil(@PathParam("review") String review, @Nullable Unveiling unveiling) {
        Caller reviewer = callers.with(REVIEWER, OFFICER);
        String wanted = unveiling == null || unveiling.veil() == null ? "" : unveiling.veil();
        Veil veil = Arrays.stream(Veil.values())
                .filter(known -> known.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> DECISION_INCOMPLETE.with("veil is BLUR, GREYSCALE or MUTE"));
        return Preview.of(work.unveil(review, veil, reviewer));
    }

    @POST
    @Path("/{review}/escalation")
    public ReviewView escalate(@PathParam("review") String review, @Nullable Escalation escalation) {
        Caller reviewer = callers.with(REVIEWER, OFFICER);
        String reason = Reasons.reason(escalation == null ? null : escalation.reason());
        return view(work.escalate(review, reason, reviewer));
    }

    @POST
    @Path("/{review}/decision")
    public ReviewView decide(@PathParam("review") String review, @Nullable Decision decision) {
        Caller reviewer = callers.with(REVIEWER, OFFICER);
        String sentence = "send a JSON body with release, policy, reason and evidence";
        Decision given = DecisionRequest.present(decision, sentence);
        boolean release = DecisionRequest.present(given.release(), sentence);
        Reasons reasons = DecisionRequest.reasons(given.policy(), given.reason(), given.evidence());
        return view(work.decide(review, release, reasons, reviewer));
    }

    private ReviewView view(Review review) {
        return ReviewView.of(review, clock.instant());
    }
}
