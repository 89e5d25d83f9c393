package io.mingshi.contracts.consent;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;

/// May `requester` edit this feature of the person who gave `consent`, for this purpose, with this model, now?
///
/// @param purpose the purpose as it was named in the request for consent, compared word for word
public record ConsentQuestion(
        ConsentId consent, PersonId requester, Modality modality, String purpose, ModelId model) {}
