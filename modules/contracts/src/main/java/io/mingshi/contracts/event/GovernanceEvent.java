package io.mingshi.contracts.event;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.governance.PauseScope;
import java.time.Instant;
import java.time.LocalDate;

/// What `governance` publishes.
public sealed interface GovernanceEvent extends Event {
    /// A model was registered, or its registration changed.
    record ModelRegistered(
            ModelId model,
            String version,
            String filingNumber,
            LocalDate assessedOn,
            LocalDate assessedUntil,
            PersonId by,
            Instant at)
            implements GovernanceEvent {
        @Override
        public String subject() {
            return model.value();
        }
    }

    /// A part of the service was paused.
    record ServicePaused(PauseScope scope, String reason, PersonId by, Instant at) implements GovernanceEvent {
        @Override
        public String subject() {
            return scope.name();
        }
    }

    /// A pause ended.
    record ServiceResumed(PauseScope scope, PersonId by, Instant at) implements GovernanceEvent {
        @Override
        public String subject() {
            return scope.name();
        }
    }
}
