package io.mingshi.consent;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.consent.ConsentDecision;
import io.mingshi.contracts.consent.ConsentDecisions;
import io.mingshi.contracts.consent.ConsentQuestion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.jspecify.annotations.Nullable;

/// Decides whether an edit rests on a separate consent, from what is committed at this instant.
///
/// Permitted is only what the depicted person was asked, by the requester who asked; another purpose needs another
/// consent. Voice is treated as portrait.
/// [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm),
/// [PIPL-14](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm), Civil Code arts. 1019 and 1023
@ApplicationScoped
class LocalConsentDecisions implements ConsentDecisions {
    private final Consents consents;

    LocalConsentDecisions(Consents consents) {
        this.consents = consents;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public ConsentDecision decide(ConsentQuestion question) {
        return consents.find(question.consent())
                .filter(consent -> consent.terms().requester().equals(question.requester()))
                .map(consent -> decide(consent, question))
                .orElseGet(() -> denied(question, "no consent with this id was asked for by this requester"));
    }

    private static ConsentDecision decide(Consent consent, ConsentQuestion question) {
        return switch (consent) {
            case Consent.Requested _ -> denied(question, "the depicted person has not answered yet");
            case Consent.Refused _ -> denied(question, "the depicted person refused");
            case Consent.Withdrawn _ -> denied(question, "the depicted person withdrew the consent");
            case Consent.Lapsed _ -> denied(question, "the period of the consent is over: ask again");
            case Consent.Active active -> {
                String outside = outside(active.terms().scope(), question);
                yield outside == null ? permitted(question, active.depicted()) : denied(question, outside);
            }
        };
    }

    /// What of the question lies outside the scope, as a reason; null when nothing does.
    private static @Nullable String outside(Scope scope, ConsentQuestion question) {
        if (!scope.modalities().contains(question.modality())) {
            return "the consent does not cover " + question.modality() + ": ask for it";
        }
        if (!scope.purpose().equals(question.purpose())) {
            return "the consent was given for another purpose: state that one word for word, or ask again";
        }
        return scope.models().contains(question.model())
                ? null
                : "the consent does not cover the model " + question.model() + ": ask for it";
    }

    private static ConsentDecision permitted(ConsentQuestion question, PersonId depicted) {
        return new ConsentDecision(
                question.consent(), true, depicted, "the depicted person gave separate consent to this");
    }

    private static ConsentDecision denied(ConsentQuestion question, String reason) {
        return new ConsentDecision(question.consent(), false, null, reason);
    }
}
