package io.mingshi.moderation.review;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.moderation.Policy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can happen to an item of the queue.
public sealed interface ReviewEvent {
    /// The gateway holds something back.
    ///
    /// @param person whose it is
    /// @param part `input` or `output`
    /// @param reason why a person must look
    /// @param category the kind of risk that a rule saw; null where none did
    /// @param contentHash SHA-256 of what is held
    /// @param urgent whether somebody may be in danger: nothing is held, and an officer takes over before
    ///     anything else
    record Opened(
            AdmissionId admission,
            @Nullable ProduceId work,
            PersonId person,
            String part,
            ContentKind kind,
            String reason,
            @Nullable String category,
            String contentHash,
            boolean urgent)
            implements ReviewEvent {}

    /// Somebody works on it until this instant; then anybody may.
    record Claimed(Instant until) implements ReviewEvent {}

    record GivenBack() implements ReviewEvent {}

    /// An officer has to decide.
    record Escalated(String reason) implements ReviewEvent {}

    /// Somebody looked without one of the veils that spare the eye and the ear.
    record Unveiled(Veil veil) implements ReviewEvent {}

    /// The officer who works on it was shown whom to call.
    record ContactsShown(int contacts) implements ReviewEvent {}

    /// The officer called somebody, or had nobody to call.
    record Contacted(boolean reached, String note) implements ReviewEvent {}

    /// It is decided.
    record Decided(boolean released, Policy policy, String reason, List<String> evidence) implements ReviewEvent {
        public Decided {
            evidence = List.copyOf(evidence);
        }
    }

    /// What stands between a reviewer and what is reviewed, until it is asked away.
    enum Veil {
        BLUR,
        GREYSCALE,
        MUTE
    }

    /// One event as it is kept.
    ///
    /// @param number counts up by one from 1
    record Step(int number, ReviewEvent event, PersonId by, Instant at) {}
}
