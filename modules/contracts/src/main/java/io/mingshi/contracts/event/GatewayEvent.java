package io.mingshi.contracts.event;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.identity.Assurance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `gateway` publishes. Everything about one generation has the admission's id as its subject.
public sealed interface GatewayEvent extends Event {
    AdmissionId admission();

    @Override
    default String subject() {
        return admission().value();
    }

    /// A request was admitted to generation.
    ///
    /// @param inputHash SHA-256 of the input as screened
    /// @param signature the gateway's Ed25519 signature over the admission, Base64
    record RequestAdmitted(
            AdmissionId admission,
            PersonId person,
            Assurance assurance,
            ModelId model,
            String filingNumber,
            List<ConsentId> consents,
            ScreeningRecord screening,
            String inputHash,
            String signature,
            Instant admittedAt)
            implements GatewayEvent {
        public RequestAdmitted {
            consents = List.copyOf(consents);
        }
    }

    /// A request was refused before or after generation; nothing was delivered.
    ///
    /// @param problem the name of the problem, such as `INPUT_BLOCKED`
    /// @param screening the verdict that refused; null when the refusal came before screening
    record RequestRefused(
            AdmissionId admission,
            PersonId person,
            ModelId model,
            String problem,
            String detail,
            @Nullable ScreeningRecord screening,
            @Nullable String inputHash,
            Instant refusedAt)
            implements GatewayEvent {}

    /// A labelled work was recorded; its delivery may follow.
    ///
    /// @param contentHash SHA-256 of the labelled bytes exactly as they are delivered
    /// @param label the AIGC metadata label as JSON; for text, which has no file metadata, the same object kept
    ///     beside it
    /// @param watermark the number hidden in the content, 16 hexadecimal digits; null where none is
    /// @param fingerprint the PDQ hash of a picture, 64 hexadecimal digits; null for other media, and for a
    ///     picture
    ///     that shows too little to be known again
    record WorkRecorded(
            AdmissionId admission,
            ProduceId work,
            PersonId person,
            ModelId model,
            String modelVersion,
            ContentKind kind,
            String mediaType,
            String contentHash,
            long size,
            String label,
            ScreeningRecord screening,
            Instant recordedAt,
            @Nullable String watermark,
            @Nullable String fingerprint)
            implements GatewayEvent {}

    /// The last byte of a work has left for its requester.
    record WorkDelivered(AdmissionId admission, ProduceId work, Instant deliveredAt) implements GatewayEvent {}

    /// A work was made public by its owner.
    ///
    /// @param source the unit whose news it is, as the owner named it; null for what is no news
    record WorkPublished(
            AdmissionId admission,
            ProduceId work,
            PersonId person,
            Instant publishedAt,
            @Nullable String source) implements GatewayEvent {}

    /// A work is no longer shown to the public and is to be removed: a person whom it shows withdrew the
    /// consent.
    ///
    /// @param person the work's owner
    record WorkHidden(AdmissionId admission, ProduceId work, PersonId person, ConsentId consent, Instant hiddenAt)
            implements GatewayEvent {}

    /// A work was taken down and answers 451 from now on.
    ///
    /// @param reason what ordered it, such as the ticket's number
    record WorkTakenDown(AdmissionId admission, ProduceId work, String reason, Instant takenDownAt)
            implements GatewayEvent {}

    /// A work that had been taken down is served again.
    ///
    /// @param reason what ordered it, such as the decision that was taken back
    record WorkRestored(AdmissionId admission, ProduceId work, String reason, Instant restoredAt)
            implements GatewayEvent {}

    /// A work is about to be handed out without its explicit label, at the recipient's own request
    /// ([LAB-9](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)).
    ///
    /// @param reason why the recipient wants it so
    /// @param clauseVersion of the clause on labelling duty and responsibility that the recipient accepted
    record UnlabelledSupplied(
            AdmissionId admission,
            ProduceId work,
            PersonId recipient,
            String reason,
            String clauseVersion,
            Instant suppliedAt)
            implements GatewayEvent {}

    /// Something is held back until a person has looked at it; nothing of it was delivered.
    ///
    /// @param review the number under which it is held
    /// @param work the labelled work that is held; null when an input is held
    /// @param part what is held: `input` or `output`
    /// @param reason why a person must look, such as `NO_CLASSIFIER` or the rule that asks for it
    /// @param contentHash SHA-256 of what is held
    record ReviewRequested(
            AdmissionId admission,
            String review,
            @Nullable ProduceId work,
            PersonId person,
            String part,
            ContentKind kind,
            String reason,
            @Nullable ScreeningRecord screening,
            String contentHash,
            Instant requestedAt)
            implements GatewayEvent {}

    /// Somebody who talks to a companion may be in danger: a person is to take over. The words stay with
    /// their owner.
    ///
    /// @param admission the request in which it was said
    /// @param handOver its number, under which it stands in the queue of people's work
    /// @param minor whether the rules for minors count for this person
    /// @param screening the verdict, which names the entry that saw it
    /// @param inputHash SHA-256 of the input as screened
    record HandOverRequested(
            AdmissionId admission,
            String handOver,
            PersonId person,
            ModelId model,
            boolean minor,
            ScreeningRecord screening,
            String inputHash,
            Instant requestedAt)
            implements GatewayEvent {}

    /// A user says that a person was found in a picture that shows none.
    ///
    /// @param admission the request that was refused for it, under whose number it is decided
    /// @param contentHash SHA-256 of the picture
    record DetectionAppealed(
            AdmissionId admission, PersonId person, String contentHash, String reason, Instant appealedAt)
            implements GatewayEvent {}

    /// It was decided whether a person was found wrongly.
    ///
    /// @param person who appealed
    /// @param cleared whether the picture counts as one that shows no person, for this user
    record DetectionDecided(
            AdmissionId admission, PersonId person, boolean cleared, String reason, PersonId by, Instant decidedAt)
            implements GatewayEvent {}
}
