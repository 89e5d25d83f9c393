package io.mingshi.governance;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A template, or a part that a technical supporter supplies, as an operator registered it.
///
/// @param supplier who supplies it; empty for the provider's own
/// @param biometric whether it makes or edits faces, voices or other biometric information
/// @param specialScene whether it makes special objects or scenes that may touch national security, the image of the
/// nation, national or public interests
/// @param models those that work with it
/// @param assessedOn the day of its security assessment; null where it needs none
public record Component(
        String id,
        String name,
        Kind kind,
        String version,
        String supplier,
        boolean biometric,
        boolean specialScene,
        Set<ModelId> models,
        @Nullable LocalDate assessedOn,
        PersonId by,
        Instant at) {
    public Component {
        models = Set.copyOf(models);
    }

    /// What may be registered beside models.
    public enum Kind {
        TEMPLATE,
        SUPPORTER_COMPONENT
    }

    boolean needsAssessment() {
        return biometric || specialScene;
    }
}
