package io.mingshi.governance;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a model was made from somebody's face or voice, under that person's consent; it stays so for as long as the
/// model exists.
///
/// @param by the operator who said so
/// @param withdrawnAt when the person took the consent back; null while it was not
public record Derivation(
        ModelId model,
        ConsentId consent,
        PersonId by,
        Instant at,
        @Nullable Instant withdrawnAt) {}
