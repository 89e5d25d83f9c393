package io.mingshi.gateway.admission;

import static io.mingshi.gateway.GatewayProblem.CONSENT_REFUSED;
import static io.mingshi.gateway.GatewayProblem.DEPICTION_UNDECLARED;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.consent.ConsentDecisions;
import io.mingshi.contracts.consent.ConsentQuestion;
import io.mingshi.gateway.Depiction;
import io.mingshi.gateway.Prompt;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Asks for the separate consent of every person whom a picture that is handed in shows.
@ApplicationScoped
public class Consents {
    private final ConsentDecisions decisions;

    Consents(ConsentDecisions decisions) {
        this.decisions = decisions;
    }

    /// The consents that permit this prompt; empty where nobody is depicted.
    ///
    /// The requester must say who is depicted: silence is no declaration. Each consent named must hold now, for
    /// this requester, purpose and model. [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    List<ConsentId> of(PersonId requester, Prompt prompt) {
        return prompt.depicted()
                .map(depiction -> of(requester, prompt, depiction))
                .orElseGet(List::of);
    }

    private List<ConsentId> of(PersonId requester, Prompt prompt, Depiction depiction) {
        return switch (depiction) {
            case Depiction.Nobody _ -> List.of();
            case Depiction.Undeclared _ ->
                throw DEPICTION_UNDECLARED.with(
                        "add the field depicts: none when the picture shows no person, or"
                                + " the consent ids of everyone it shows, separated by commas, together with the field purpose");
            case Depiction.People people -> {
                people.consents().forEach(consent -> require(requester, prompt, consent, people.purpose()));
                yield people.consents();
            }
        };
    }

    /// Asks once more before anything is delivered: who withdrew meanwhile stops the job.
    /// [PIPL-15](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
    ///
    /// @throws io.mingshi.contracts.ProblemException `CONSENT_REFUSED`
    public void confirm(Admission admission) {
        of(admission.person(), admission.prompt());
    }

    private static Modality modality(Prompt prompt) {
        return prompt instanceof Prompt.Film ? Modality.FACE_VIDEO : Modality.FACE_IMAGE;
    }

    private void require(PersonId requester, Prompt prompt, ConsentId consent, String purpose) {
        var decision =
                decisions.decide(new ConsentQuestion(consent, requester, modality(prompt), purpose, prompt.model()));
        if (!decision.permitted() || !decision.consent().equals(consent)) {
            throw CONSENT_REFUSED.with("the consent " + consent + " does not permit this: " + decision.reason());
        }
    }
}
