package io.mingshi.consent.http;

import io.mingshi.consent.Consent;
import io.mingshi.consent.Reminder;
import io.mingshi.consent.Terms;
import io.mingshi.contracts.Audience;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A consent as one of the two people whom it concerns sees it.
///
/// @param role `REQUESTER` or `DEPICTED`: which of the two is reading
/// @param since when it came into this state; for `LAPSED` the end of the period
/// @param evidenceHash SHA-256 of the notice as shown with the answer; null unless it was granted
/// @param reminders the prompts that the requester was shown; null in lists
record ConsentView(
        ConsentId consent,
        String role,
        String state,
        Instant since,
        Set<Modality> modalities,
        Set<ModelId> models,
        String purpose,
        Audience audience,
        Instant requestedAt,
        Instant validUntil,
        String noticeVersion,
        @Nullable String evidenceHash,
        @Nullable List<Reminder> reminders) {
    static ConsentView of(Consent consent, PersonId reader) {
        return of(consent, reader, null);
    }

    static ConsentView of(Consent consent, PersonId reader, @Nullable List<Reminder> reminders) {
        Terms terms = consent.terms();
        return new ConsentView(
                terms.id(),
                terms.requester().equals(reader) ? "REQUESTER" : "DEPICTED",
                state(consent),
                since(consent),
                terms.scope().modalities(),
                terms.scope().models(),
                terms.scope().purpose(),
                terms.scope().audience(),
                terms.requestedAt(),
                terms.validUntil(),
                terms.noticeVersion(),
                evidenceHash(consent),
                reminders);
    }

    static String state(Consent consent) {
        return switch (consent) {
            case Consent.Requested _ -> "REQUESTED";
            case Consent.Active _ -> "ACTIVE";
            case Consent.Refused _ -> "REFUSED";
            case Consent.Withdrawn _ -> "WITHDRAWN";
            case Consent.Lapsed _ -> "LAPSED";
        };
    }

    private static Instant since(Consent consent) {
        return switch (consent) {
            case Consent.Requested requested -> requested.terms().requestedAt();
            case Consent.Active active -> active.grantedAt();
            case Consent.Refused refused -> refused.refusedAt();
            case Consent.Withdrawn withdrawn -> withdrawn.withdrawnAt();
            case Consent.Lapsed lapsed -> lapsed.terms().validUntil();
        };
    }

    static @Nullable String evidenceHash(Consent consent) {
        return switch (consent) {
            case Consent.Active active -> active.evidence().hash();
            case Consent.Withdrawn withdrawn -> withdrawn.evidence().hash();
            case Consent.Requested _, Consent.Refused _, Consent.Lapsed _ -> null;
        };
    }
}
