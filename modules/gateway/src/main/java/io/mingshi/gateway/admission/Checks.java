package io.mingshi.gateway.admission;

import static io.mingshi.gateway.GatewayProblem.GENERATION_PAUSED;
import static io.mingshi.gateway.GatewayProblem.MODEL_REFUSED;
import static io.mingshi.gateway.GatewayProblem.REAL_NAME_REQUIRED;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.contracts.identity.Standing;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.gateway.Accounts;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission.Grounds;
import io.mingshi.screening.Audience;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Everything that must be right before a model is asked, in this order: account, person, pause, model, depicted
/// people, input.
@ApplicationScoped
class Checks {
    private final Accounts accounts;
    private final Standings standings;
    private final RecentAnswers recent;
    private final Consents consents;
    private final DepictedPeople depicted;
    private final InputReview review;

    Checks(
            Accounts accounts,
            Standings standings,
            RecentAnswers recent,
            Consents consents,
            DepictedPeople depicted,
            InputReview review) {
        this.accounts = accounts;
        this.standings = standings;
        this.recent = recent;
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
        accounts.requireMayGenerate(person);
        Standing standing = proven(person);
        Audience audience = audience(standing);
        notPaused();
        var model = recent.admit(prompt.model(), prompt.capability());
        if (!model.admitted() || model.filingNumber() == null || model.version() == null) {
            throw MODEL_REFUSED.with("the model " + prompt.model() + " may not be used: " + model.reason());
        }
        var given = consents.of(person, prompt);
        depicted.findUndeclared(id, person, prompt, given.people());
        var verdict = review.of(prompt, audience, model.waivers());
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
                model.waivers()));
    }

    /// What an earlier admission rests on, with what counts now where that changes with time: whether the person is a
    /// minor, and what the model has waivers for.
    ///
    /// @throws ProblemException when the person or the model would not be admitted any more
    Grounds renewed(PersonId person, Prompt prompt, Grounds then) {
        accounts.requireMayGenerate(person);
        Audience audience = audience(proven(person));
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

    /// Only people whose real identity is proven may generate.
    /// [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    private Standing proven(PersonId person) {
        var standing = standings.of(person);
        if (!standing.assurance().proven() || !standing.person().equals(person)) {
            throw REAL_NAME_REQUIRED.with("verify your identity first: POST /api/identity/verifications");
        }
        return standing;
    }

    /// The rules for minors count for whoever is not known to be of age: a generative service delivers nothing to
    /// minors that may affect them (MIN-26R-9, measures of eight ministries in force since 2026-03-01).
    private static Audience audience(Standing standing) {
        boolean ofAge = standing.ageGroup() == null
                ? Boolean.FALSE.equals(standing.minor())
                : !standing.ageGroup().minorsMode();
        return ofAge ? Audience.EVERYBODY : Audience.MINORS;
    }

    private void notPaused() {
        if (recent.paused(PauseScope.GENERATION)) {
            throw GENERATION_PAUSED.with("generation is paused by order; GET /api/governance/pauses says since when");
        }
    }
}
