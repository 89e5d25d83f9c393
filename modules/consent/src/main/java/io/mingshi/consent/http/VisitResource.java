package io.mingshi.consent.http;

import static io.mingshi.consent.ConsentProblem.NO_SUCH_VISIT;
import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.consent.Consent;
import io.mingshi.consent.receipt.Receipts;
import io.mingshi.consent.visit.AnswerVisit;
import io.mingshi.consent.visit.AskPasscode;
import io.mingshi.consent.visit.OpenVisit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// The depicted person's page, without an account: identity, passcode, answer, withdrawal.
///
/// Every step but the first names the visit in the header `Consent-Visit`; no cookie is used, so that no other
/// page can act for the person.
@Path("/api/consent/invitations/{token}/visit")
@RunOnVirtualThread
class VisitResource {
    static final String VISIT = "Consent-Visit";

    private final OpenVisit visits;
    private final AskPasscode passcodes;
    private final AnswerVisit answers;
    private final Receipts receipts;
    private final RoutingContext request;

    VisitResource(
            OpenVisit visits, AskPasscode passcodes, AnswerVisit answers, Receipts receipts, RoutingContext request) {
        this.visits = visits;
        this.passcodes = passcodes;
        this.answers = answers;
        this.receipts = receipts;
        this.request = request;
    }

    record Typed(@Nullable String words) {}

    @POST
    public Response open(@PathParam("token") String token, @Nullable VisitOpening body) {
        if (body == null) {
            throw MALFORMED_REQUEST.with("the body is missing: send JSON with method, name and number");
        }
        OpenVisit.Opened opened = visits.open(
                token,
                body.ofVisitor(),
                body.ofChild(),
                request.request().remoteAddress().hostAddress());
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(VisitBodies.Opened.of(opened))
                .build();
    }

    /// New words; they are shown on the page of the phone, and typed or read there.
    @POST
    @Path("/passcode")
    public Response passcode(@PathParam("token") String token, @HeaderParam(VISIT) @Nullable String visit) {
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(VisitBodies.Asked.of(passcodes.ask(token, given(visit))))
                .build();
    }

    @POST
    @Path("/passcode/answer")
    public VisitBodies.Challenged challenge(
            @PathParam("token") String token, @HeaderParam(VISIT) @Nullable String visit, @Nullable Typed body) {
        if (body == null || body.words == null) {
            throw MALFORMED_REQUEST.with("send JSON with the three words in the field words");
        }
        return VisitBodies.Challenged.of(passcodes.answer(token, given(visit), body.words));
    }

    @POST
    @Path("/answer")
    public VisitBodies.Answered answer(
            @PathParam("token") String token, @HeaderParam(VISIT) @Nullable String visit, Answer.@Nullable Body body) {
        return switch (Answer.of(body)) {
            case Answer.Grant grant ->
                withReceipt(answers.grant(token, given(visit), grant.noticeVersion(), grant.separately()));
            case Answer.Refuse _ -> VisitBodies.Answered.of(answers.refuse(token, given(visit)), null);
        };
    }

    @POST
    @Path("/withdrawal")
    public VisitBodies.Answered withdraw(@PathParam("token") String token, @HeaderParam(VISIT) @Nullable String visit) {
        return withReceipt(answers.withdraw(token, given(visit)));
    }

    /// The state of the consent and its receipt, once more, for who lost it.
    @POST
    @Path("/receipt")
    public VisitBodies.Answered receipt(@PathParam("token") String token, @HeaderParam(VISIT) @Nullable String visit) {
        return withReceipt(answers.consent(token, given(visit)));
    }

    private VisitBodies.Answered withReceipt(Consent consent) {
        return VisitBodies.Answered.of(consent, receipts.issue(consent));
    }

    static String given(@Nullable String visit) {
        if (visit == null) {
            throw NO_SUCH_VISIT.with("the header " + VISIT + " is missing: verify your identity first");
        }
        return visit;
    }
}
