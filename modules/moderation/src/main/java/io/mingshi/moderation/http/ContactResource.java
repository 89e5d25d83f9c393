package io.mingshi.moderation.http;

import static io.mingshi.servicekit.caller.Role.OFFICER;

import io.mingshi.contracts.identity.EmergencyContact;
import io.mingshi.moderation.Reasons;
import io.mingshi.moderation.review.CallForHelp;
import io.mingshi.moderation.review.WorkOnReviews;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom an officer calls for somebody who may be in danger, and what came of it.
@Path("/api/moderation/reviews/{review}/contacts")
@RunOnVirtualThread
class ContactResource {
    private final Callers callers;
    private final CallForHelp help;
    private final WorkOnReviews work;
    private final Clock clock;

    ContactResource(Callers callers, CallForHelp help, WorkOnReviews work, Clock clock) {
        this.callers = callers;
        this.help = help;
        this.work = work;
        this.clock = clock;
    }

    /// @param reached whether somebody answered
    /// @param note what was agreed, or why nobody was called
    record Call(@Nullable Boolean reached, @Nullable String note) {}

    @GET
    public List<EmergencyContact> contacts(@PathParam("review") String review) {
        return help.contacts(review, callers.with(OFFICER));
    }

    @POST
    public ReviewView called(@PathParam("review") String review, @Nullable Call call) {
        var officer = callers.with(OFFICER);
        String sentence = "send a JSON body with reached, true or false, and a note";
        Call made = DecisionRequest.present(call, sentence);
        boolean reached = DecisionRequest.present(made.reached(), sentence);
        return ReviewView.of(work.contacted(review, reached, Reasons.reason(made.note()), officer), clock.instant());
    }
}
