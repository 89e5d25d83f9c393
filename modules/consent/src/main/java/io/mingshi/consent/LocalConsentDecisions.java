package io.mingshi.consent;

import io.mingshi.contracts.Audience;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.consent.ConsentDecision;
import io.mingshi.contracts.consent.ConsentDecisions;
import io.mingshi.contracts.consent.ConsentQuestion;
import io.mingshi.contracts.consent.SubjectDecision;
import io.mingshi.contracts.consent.SubjectQuestion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Decides whether an edit rests on a separate consent, from what was committed at that instant.
///
/// Permitted is only what the depicted person was asked, by the requester who asked; another purpose needs another
/// consent. Voice is treated as portrait.
/// [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm),
/// [PIPL-14](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm), Civil Code arts. 1019 and 1023
@ApplicationScoped
class LocalConsentDecisions implements ConsentDecisions {
    private static final String GIVEN = "the depicted person gave separate consent to this";
    private static final String NOT_YET = "that instant has not come yet";

    private final Consents consents;
    private final Clock clock;

    LocalConsentDecisions(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    /// What is to be done, wherever the consent comes from.
    private record Edit(Modality modality, String purpose, ModelId model, Audience audience) {}

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public ConsentDecision decide(ConsentQuestion question) {
        Instant now = clock.instant();
        Instant at = Objects.requireNonNullElse(question.at(), now);
        if (at.isAfter(now)) {
            return denied(question, NOT_YET);
        }
        Audience audience = Objects.requireNonNullElse(question.audience(), Audience.PRIVATE);
        var edit = new Edit(question.modality(), question.purpose(), question.model(), audience);
        return consents.find(question.consent(), at)
                .filter(consent -> consent.terms().requester().equals(question.requester()))
                .map(consent -> decide(question, refusal(consent, edit), consent))
                .orElseGet(() -> denied(question, "no consent with this id was asked for by this requester"));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public SubjectDecision decide(SubjectQuestion question) {
        Instant now = clock.instant();
        Instant at = Objects.requireNonNullElse(question.at(), now);
        if (at.isAfter(now)) {
            return new SubjectDecision(false, null, NOT_YET);
        }
        var edit = new Edit(question.modality(), question.purpose(), question.model(), question.audience());
        String reason = "this person gave this requester no consent for this purpose: ask for it";
        for (Consent consent : consents.answered(question.subject(), question.requester(), question.purpose(), at)) {
            String refusal = refusal(consent, edit);
            if (refusal == null) {
                return new SubjectDecision(true, consent.terms().id(), GIVEN);
            }
            reason = refusal;
        }
        return new SubjectDecision(false, null, reason);
    }

    /// Why the consent does not permit the edit, as one sentence; null when it does.
    private static @Nullable String refusal(Consent consent, Edit edit) {
        return switch (consent) {
            case Consent.Requested _ -> "the depicted person has not answered yet";
            case Consent.Refused _ -> "the depicted person refused";
            case Consent.Withdrawn _ -> "the depicted person withdrew the consent";
            case Consent.Lapsed _ -> "the period of the consent is over: ask again";
            case Consent.Active active -> outside(active.terms().scope(), edit);
        };
    }

    /// What of the edit lies outside the scope, as a reason; null when nothing does.
    private static @Nullable String outside(Scope scope, Edit edit) {
        if (!scope.modalities().contains(edit.modality())) {
            return "the consent does not cover " + edit.modality() + ": ask for it";
        }
        if (!scope.purpose().equals(edit.purpose())) {
            return "the consent was given for another purpose: state that one word for word, or ask again";
        }
        if (!scope.audience().covers(edit.audience())) {
            return "the consent is for the audience " + scope.audience() + ": ask for a wider one";
        }
        return scope.models().contains(edit.model())
                ? null
                : "the consent does not cover the model " + edit.model() + ": ask for it";
    }

    private static ConsentDecision decide(ConsentQuestion question, @Nullable String refusal, Consent consent) {
        return refusal == null && consent instanceof Consent.Active active
                ? new ConsentDecision(question.consent(), true, active.depicted(), GIVEN)
                : denied(question, refusal == null ? NOT_YET : refusal);
    }

    private static ConsentDecision denied(ConsentQuestion question, String reason) {
        return new ConsentDecision(question.consent(), false, null, reason);
    }
}
