package io.mingshi.contracts.event;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.governance.CompanionRole;
import io.mingshi.contracts.governance.PauseScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `governance` publishes.
public sealed interface GovernanceEvent extends Event {
    /// A model was registered, or its registration changed.
    ///
    /// @param companionship the roles that it plays where it is for sustained emotional interaction;
    ///     null where
    ///     it is not
    record ModelRegistered(
            ModelId model,
            String version,
            String filingNumber,
            LocalDate assessedOn,
            LocalDate assessedUntil,
            PersonId by,
            Instant at,
            @Nullable List<CompanionRole> companionship)
            implements GovernanceEvent {
        public ModelRegistered {
            companionship = companionship == null ? null : List.copyOf(companionship);
        }

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

    /// An officer decided that results of a model leave without a classifier's or a person's verdict.
    ///
    /// @param kind of the results, and of what users of the model hand in
    record WaiverRegistered(
            String waiver, ModelId model, ContentKind kind, String reason, PersonId by, Instant until, Instant at)
            implements GovernanceEvent {
        @Override
        public String subject() {
            return model.value();
        }
    }

    /// A waiver was ended before its time.
    record WaiverEnded(String waiver, ModelId model, ContentKind kind, PersonId by, Instant at)
            implements GovernanceEvent {
        @Override
        public String subject() {
            return model.value();
        }
    }

    /// An operator said that a model was made from faces or voices, under these consents.
    record ModelDerived(ModelId model, List<ConsentId> consents, PersonId by, Instant at) implements GovernanceEvent {
        public ModelDerived {
            consents = List.copyOf(consents);
        }

        @Override
        public String subject() {
            return model.value();
        }
    }

    /// A model is out of use for good, because a consent under which it was made was taken back.
    ///
    /// @param declaredBy the operator who answers for it, and is told by this
    record ModelDisabled(ModelId model, ConsentId consent, PersonId declaredBy, Instant at) implements GovernanceEvent {
        @Override
        public String subject() {
            return model.value();
        }
    }
}
