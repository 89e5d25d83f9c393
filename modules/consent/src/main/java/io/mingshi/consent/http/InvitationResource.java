package io.mingshi.consent.http;

import io.mingshi.consent.AnswerWithAccount;
import io.mingshi.consent.Consent;
import io.mingshi.consent.ReadConsents;
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
    private final ReadConsents consents;
    private final AnswerWithAccount answers;

    InvitationResource(Callers callers, ReadConsents consents, AnswerWithAccount answers) {
        this.callers = callers;
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
        Consent answered = switch (Answer.of(body)) {
            case Answer.Grant grant -> answers.grant(person, token, grant.noticeVersion(), grant.separately());
            case Answer.Refuse _ -> answers.refuse(person, token);
        };
        return ConsentView.of(answered, person);
    }
}
