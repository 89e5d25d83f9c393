package io.mingshi.gateway.admission;

import static io.mingshi.gateway.GatewayProblem.CONSENT_REFUSED;
import static io.mingshi.gateway.GatewayProblem.DEPICTION_UNDECLARED;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.consent.ConsentDecision;
import io.mingshi.contracts.consent.ConsentDecisions;
import io.mingshi.contracts.consent.ConsentQuestion;
import io.mingshi.gateway.Depiction;
import io.mingshi.gateway.Prompt;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Asks for the separate consent of every person who is seen or heard in what is handed in.
@ApplicationScoped
public class Consents {
    private final ConsentDecisions decisions;

    Consents(ConsentDecisions decisions) {
        this.decisions = decisions;
    }

    /// What permits a prompt.
    ///
    /// @param people how many different people consented
    record Given(List<ConsentId> consents, int people) {
        private static final Given NONE = new Given(List.of(), 0);
    }

    /// The consents that permit this prompt; none where nobody is depicted.
    ///
    /// The requester must say who is depicted: silence is no declaration. Each consent named must hold now, for
    /// this requester, purpose and model. [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    Given of(PersonId requester, Prompt prompt) {
        return prompt.depicted()
                .map(depiction -> of(requester, prompt, depiction))
                .orElse(Given.NONE);
    }

    private Given of(PersonId requester, Prompt prompt, Depiction depiction) {
        return switch (depiction) {
            case Depiction.Nobody _ -> Given.NONE;
            case Depiction.Undeclared _ ->
                throw DEPICTION_UNDECLARED.with(
                        "add the field depicts: none when nobody is seen or heard, or the consent ids of everyone who"
                                + " is, separated by commas, together with the field purpose");
            case Depiction.People people -> {
                Set<String> consented = new HashSet<>();
                for (ConsentId consent : people.consents()) {
                    var decision = decision(requester, prompt, consent, people.purpose(), modality(prompt));
                    if (!permits(decision, consent)) {
                        throw refused(consent, decision.reason());
                    }
                    PersonId subject = decision.subject();
                    consented.add(subject == null ? "consent " + consent : "person " + subject);
                }
                yield new Given(people.consents(), consented.size());
            }
        };
    }

    /// Whether somebody who is depicted lets their voice be used too: whose it is cannot be told.
    ///
    /// @throws io.mingshi.contracts.ProblemException `CONSENT_REFUSED`
    void requireVoice(PersonId requester, Prompt prompt) {
        if (prompt.depicted().orElse(null) instanceof Depiction.People people
                && people.consents().stream()
                        .noneMatch(consent -> permits(
                                decision(requester, prompt, consent, people.purpose(), Modality.VOICE), consent))) {
            throw refused(
                    people.consents().getFirst(), "a voice is heard, and nobody named consented to the use of theirs");
        }
    }

    /// Asks once more before anything is delivered: who withdrew meanwhile stops the job.
    /// [PIPL-15](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
    ///
    /// @throws io.mingshi.contracts.ProblemException `CONSENT_REFUSED`
    public void confirm(Admission admission) {
        of(admission.person(), admission.prompt());
    }

    private static Modality modality(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Film _ -> Modality.FACE_VIDEO;
            case Prompt.Speech _ -> Modality.VOICE;
            case Prompt.Chat _, Prompt.Picture _, Prompt.Edit _, Prompt.Variation _, Prompt.Transcription _ ->
                Modality.FACE_IMAGE;
        };
    }

    private ConsentDecision decision(
            PersonId requester, Prompt prompt, ConsentId consent, String purpose, Modality modality) {
        return decisions.decide(new ConsentQuestion(consent, requester, modality, purpose, prompt.model()));
    }

    private static boolean permits(ConsentDecision decision, ConsentId consent) {
        return decision.permitted() && decision.consent().equals(consent);
    }

    private static ProblemException refused(ConsentId consent, String reason) {
        return CONSENT_REFUSED.with("the consent " + consent + " does not permit this: " + reason);
    }
}
