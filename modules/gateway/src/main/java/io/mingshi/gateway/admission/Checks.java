package io.mingshi.gateway.admission;

import static io.mingshi.gateway.GatewayProblem.GENERATION_PAUSED;
import static io.mingshi.gateway.GatewayProblem.MODEL_REFUSED;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.contracts.identity.Standing;
import io.mingshi.gateway.Audiences;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission.Grounds;
import io.mingshi.gateway.companion.Companionship;
import io.mingshi.gateway.input.HoldInputs.Sender;
import io.mingshi.screening.Audience;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that must be right before a model is asked, in this order: account, person, pause, model, companionship,
/// depicted people, input.
@ApplicationScoped
class Checks {
    private final WhoMayGenerate who;
    private final RecentAnswers recent;
    private final Companionship companionship;
    private final Consents consents;
    private final DepictedPeople depicted;
    private final InputReview review;

    Checks(
            WhoMayGenerate who,
            RecentAnswers recent,
            Companionship companionship,
            Consents consents,
            DepictedPeople depicted,
            InputReview review) {
        this.who = who;
        this.recent = recent;
        this.companionship = companionship;
        this.consents = consents;
        this.depicted = depicted;
        this.review = review;
    }

    /// What came of it.
    sealed interface Outcome {
        record Granted(Grounds grounds) implements Outcome {}

        /// @param screening the verdict that refused
        record Denied(ProblemException why, @Nullable ScreeningRecord screening) implements Outcome {}
    }

    /// @throws ProblemException when a check before screening refuses or cannot be made
    Outcome of(AdmissionId id, PersonId person, Prompt prompt) {
        Standing standing = who.standing(person, prompt.capability());
        Audience audience = Audiences.of(standing);
        notPaused();
        var model = recent.admit(prompt.model(), prompt.capability());
        if (!model.admitted() || model.filingNumber() == null || model.version() == null) {
            throw MODEL_REFUSED.with("the model " + prompt.model() + " may not be used: " + model.reason());
        }
        var turn = companionship.turn(new Companionship.Asking(id, person, audience), prompt, model);
        if (turn.reply().isPresent()) {
            return new Outcome.Granted(new Grounds(
                    standing.assurance(),
                    model.filingNumber(),
                    model.version(),
                    List.of(),
                    turn.reply().get().screening(),
                    audience,
                    model.waivers(),
                    turn));
        }
        var given = consents.of(person, prompt);
        depicted.findUndeclared(id, person, prompt, given.people());
        var verdict = review.of(new Sender(id, person, prompt.model()), prompt, audience, model.waivers());
        if (verdict.refusal().isPresent()) {
            return new Outcome.Denied(verdict.refusal().get(), verdict.entry());
        }
        return new Outcome.Granted(new Grounds(
                standing.assurance(),
                model.filingNumber(),
                model.version(),
                given.consents(),
                verdict.entry(),
                audience,
                model.waivers(),
                turn));
    }

    /// What an earlier admission rests on, with what counts now where that changes with time: whether the person is a
    /// minor, and what the model has waivers for.
    ///
    /// @throws ProblemException when the person or the model would not be admitted any more
    Grounds renewed(PersonId person, Prompt prompt, Grounds then) {
        Audience audience = Audiences.of(who.standing(person, prompt.capability()));
        notPaused();
        var model = recent.admit(prompt.model(), prompt.capability());
        if (!model.admitted()) {
            throw MODEL_REFUSED.with("the model " + prompt.model() + " may not be used: " + model.reason());
        }
        return new Grounds(
                then.assurance(),
                then.filingNumber(),
                then.modelVersion(),
                then.consents(),
                then.screening(),
                audience,
                model.waivers());
    }

    private void notPaused() {
        if (recent.paused(PauseScope.GENERATION)) {
            throw GENERATION_PAUSED.with("generation is paused by order; GET /api/governance/pauses says since when");
        }
    }
}
