package io.mingshi.contracts.consent;

import io.mingshi.contracts.Audience;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Did this person consent that `requester` edits this feature, for this purpose, with this model, for this audience?
///
/// @param subject the pseudonym of the depicted person
/// @param purpose the purpose as it was named in the request for consent, compared word for word
/// @param at at which instant, not a future one; null for now
public record SubjectQuestion(
        PersonId subject,
        PersonId requester,
        Modality modality,
        String purpose,
        ModelId model,
        Audience audience,
        @Nullable Instant at) {}
