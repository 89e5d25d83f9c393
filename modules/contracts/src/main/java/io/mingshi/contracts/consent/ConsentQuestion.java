package io.mingshi.contracts.consent;

import io.mingshi.contracts.Audience;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// May `requester` edit this feature of the person who gave `consent`, for this purpose, with this model?
///
/// @param purpose the purpose as it was named in the request for consent, compared word for word
/// @param audience who is to see what is made; null for the requester alone
/// @param at at which instant, not a future one; null for now
public record ConsentQuestion(
        ConsentId consent,
        PersonId requester,
        Modality modality,
        String purpose,
        ModelId model,
        @Nullable Audience audience,
        @Nullable Instant at) {
    /// May it be edited now, for the requester alone?
    public ConsentQuestion(ConsentId consent, PersonId requester, Modality modality, String purpose, ModelId model) {
        this(consent, requester, modality, purpose, model, null, null);
    }
}
