package io.mingshi.gateway.admission;

import static io.mingshi.gateway.GatewayProblem.GENERATION_PAUSED;
import static io.mingshi.gateway.GatewayProblem.INPUT_BLOCKED;
import static io.mingshi.gateway.GatewayProblem.MODEL_REFUSED;
import static io.mingshi.gateway.GatewayProblem.REAL_NAME_REQUIRED;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission.Grounds;
import io.mingshi.gateway.screening.Screening;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Everything that must be right before a model is asked, in this order: person, pause, model, depicted people,
/// input.
@ApplicationScoped
class Checks {
    private final Standings standings;
    private final RecentAnswers recent;
    private final Consents consents;
    private final Screening screening;

    Checks(Standings standings, RecentAnswers recent, Consents consents, Screening screening) {
        this.standings = standings;
        this.recent = recent;
        this.consents = consents;
        this.screening = screening;
    }

    /// What came of it.
    sealed interface Outcome {
        record Granted(Grounds grounds) implements Outcome {}

        /// @param screening the verdict that refused
        record Denied(ProblemException why, @Nullable ScreeningRecord screening) implements Outcome {}
    }

    /// @throws ProblemException when a check before screening refuses or cannot be made
    Outcome of(PersonId person, Prompt prompt) {
        Assurance assurance = proven(person);
        notPaused();
        var model = recent.admit(prompt.model(), prompt.capability());
        if (!model.admitted() || model.filingNumber() == null || model.version() == null) {
            throw MODEL_REFUSED.with("the model " + prompt.model() + " may not be used: " + model.reason());
        }
        var given = consents.of(person, prompt);
        var verdict = screening.input(prompt.texts());
        if (verdict.blocked()) {
            return new Outcome.Denied(blocked(verdict.entry()), verdict.entry());
        }
        return new Outcome.Granted(
                new Grounds(assurance, model.filingNumber(), model.version(), given, verdict.entry()));
    }

    /// Only people whose real identity is proven may generate.
    /// [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    private Assurance proven(PersonId person) {
        var standing = standings.of(person);
        if (!standing.assurance().proven() || !standing.person().equals(person)) {
            throw REAL_NAME_REQUIRED.with("verify your identity first: POST /api/identity/verifications");
        }
        return standing.assurance();
    }

    private void notPaused() {
        if (recent.paused(PauseScope.GENERATION)) {
            throw GENERATION_PAUSED.with("generation is paused by order; GET /api/governance/pauses says since when");
        }
    }

    /// Prohibited input is not generated from, and the rule that says so is kept.
    /// [DSP-6](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    private static ProblemException blocked(ScreeningRecord verdict) {
        return INPUT_BLOCKED.with("the rule " + verdict.ruleId() + " of category " + verdict.category()
                + " forbids this input: rephrase it, or appeal with this rule's number");
    }
}
