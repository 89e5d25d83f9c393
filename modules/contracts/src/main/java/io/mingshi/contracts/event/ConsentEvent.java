package io.mingshi.contracts.event;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.Set;

/// What `consent` publishes.
public sealed interface ConsentEvent extends Event {
    ConsentId consent();

    @Override
    default String subject() {
        return consent().value();
    }

    /// A user asked for a depicted person's consent and was reminded of the duty to inform that person.
    ///
    /// @param noticeVersion the version of the notice that the depicted person will be shown
    record ConsentRequested(
            ConsentId consent,
            PersonId requester,
            Set<Modality> modalities,
            Set<ModelId> models,
            String purpose,
            Instant validUntil,
            String noticeVersion,
            Instant requestedAt)
            implements ConsentEvent {
        public ConsentRequested {
            modalities = Set.copyOf(modalities);
            models = Set.copyOf(models);
        }
    }

    /// The depicted person, verified, gave separate consent.
    ///
    /// @param evidenceHash SHA-256 of the notice as shown together with the answer
    record ConsentGranted(
            ConsentId consent, PersonId requester, PersonId depicted, String evidenceHash, Instant grantedAt)
            implements ConsentEvent {}

    /// The depicted person said no.
    record ConsentRefused(ConsentId consent, PersonId requester, PersonId depicted, Instant refusedAt)
            implements ConsentEvent {}

    /// The depicted person withdrew; it counts from this instant.
    record ConsentWithdrawn(ConsentId consent, PersonId requester, PersonId depicted, Instant withdrawnAt)
            implements ConsentEvent {}
}
