package io.mingshi.consent.http;

import io.mingshi.consent.AnswerInvitation;
import io.mingshi.consent.Consent;
import io.mingshi.consent.ReadConsents;
import io.mingshi.consent.VerifiedPerson;
import io.mingshi.contracts.identity.Comparisons;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// What the depicted person finds behind the link, and the answer.
@Path("/api/consent/invitations/{token}")
@RunOnVirtualThread
class InvitationResource {
    private final Callers callers;
    private final Standings standings;
    private final Comparisons comparisons;
    private final ReadConsents consents;
    private final AnswerInvitation answers;

    InvitationResource(
            Callers callers,
            Standings standings,
            Comparisons comparisons,
            ReadConsents consents,
            AnswerInvitation answers) {
        this.callers = callers;
        this.standings = standings;
        this.comparisons = comparisons;
        this.consents = consents;
        this.answers = answers;
    }

    @GET
    public Response show(@PathParam("token") String token) {
        return Response.ok(InvitationView.of(consents.invitation(token)))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/answer")
    public ConsentView answer(@PathParam("token") String token, Answer.@Nullable Body body) {
        var person = callers.current().person();
        Answer answer = Answer.of(body);
        var requester = consents.invitation(token).terms().requester();
        VerifiedPerson verified = VerifiedPerson.of(person, standings);
        Consent answered = switch (answer) {
            case Answer.Grant grant ->
                answers.grant(
                        verified.asGranting(requester, comparisons), token, grant.noticeVersion(), grant.separately());
            case Answer.Refuse _ -> answers.refuse(verified.asDepicted(requester, comparisons), token);
        };
        return ConsentView.of(answered, person);
    }
}
