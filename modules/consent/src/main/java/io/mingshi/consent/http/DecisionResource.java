package io.mingshi.consent.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.contracts.Audience;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.consent.ConsentDecision;
import io.mingshi.contracts.consent.ConsentDecisions;
import io.mingshi.contracts.consent.ConsentQuestion;
import io.mingshi.contracts.consent.SubjectDecision;
import io.mingshi.contracts.consent.SubjectQuestion;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Answers the question of other modules whether an edit may proceed.
@Path("/api/consent/decisions")
@RunOnVirtualThread
class DecisionResource {
    private final Callers callers;
    private final ConsentDecisions decisions;

    DecisionResource(Callers callers, ConsentDecisions decisions) {
        this.callers = callers;
        this.decisions = decisions;
    }

    /// A [ConsentQuestion] as it may arrive.
    record Body(
            @Nullable ConsentId consent,
            @Nullable PersonId requester,
            @Nullable Modality modality,
            @Nullable String purpose,
            @Nullable ModelId model,
            @Nullable Audience audience,
            @Nullable Instant at) {
        ConsentQuestion question() {
            if (consent == null || requester == null || modality == null || purpose == null || model == null) {
                throw MALFORMED_REQUEST.with("a question has consent, requester, modality, purpose and model");
            }
            return new ConsentQuestion(consent, requester, modality, purpose, model, audience, at);
        }
    }

    /// A [SubjectQuestion] as it may arrive.
    record SubjectBody(
            @Nullable PersonId subject,
            @Nullable PersonId requester,
            @Nullable Modality modality,
            @Nullable String purpose,
            @Nullable ModelId model,
            @Nullable Audience audience,
            @Nullable Instant at) {
        SubjectQuestion question() {
            if (subject == null
                    || requester == null
                    || modality == null
                    || purpose == null
                    || model == null
                    || audience == null) {
                throw MALFORMED_REQUEST.with(
                        "a question has subject, requester, modality, purpose, model and audience");
            }
            return new SubjectQuestion(subject, requester, modality, purpose, model, audience, at);
        }
    }

    @POST
    @Path("/by-subject")
    public SubjectDecision decideBySubject(@Nullable SubjectBody body) {
        callers.with(Role.SERVICE);
        if (body == null) {
            throw MALFORMED_REQUEST.with("the body is missing: send the question as JSON");
        }
        return decisions.decide(body.question());
    }

    @POST
    public ConsentDecision decide(@Nullable Body body) {
        callers.with(Role.SERVICE);
        if (body == null) {
            throw MALFORMED_REQUEST.with("the body is missing: send the question as JSON");
        }
        return decisions.decide(body.question());
    }
}
