package io.mingshi.consent.http;

import io.mingshi.consent.Consent;
import io.mingshi.consent.Notice;
import io.mingshi.consent.Terms;
import io.mingshi.contracts.Audience;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.Set;

/// @param state an invitation is open while this is `REQUESTED`
record InvitationView(
        String state,
        PersonId requester,
        Set<Modality> modalities,
        Set<ModelId> models,
        String purpose,
        Audience audience,
        Instant validUntil,
        String noticeVersion,
        Texts notice) {
    /// The same notice in Chinese and in English.
    record Texts(String zh, String en) {}

    static InvitationView of(Consent consent) {
        Terms terms = consent.terms();
        return new InvitationView(
                ConsentView.state(consent),
                terms.requester(),
                terms.scope().modalities(),
                terms.scope().models(),
                terms.scope().purpose(),
                terms.scope().audience(),
                terms.validUntil(),
                terms.noticeVersion(),
                new Texts(Notice.chinese(terms), Notice.english(terms)));
    }
}
