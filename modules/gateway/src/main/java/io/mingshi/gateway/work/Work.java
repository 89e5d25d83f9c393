package io.mingshi.gateway.work;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A work as its record has it.
///
/// @param content null while it is being made, and when what was sent is not known
/// @param deliveredAt when the last byte had left; null when it never did
/// @param publishedAt null unless its owner made it public
/// @param takenDownAt null unless it was taken down
/// @param hiddenAt since when the public does not see it; null unless a depicted person withdrew
/// @param hiddenFor the consent that was withdrawn; null unless one was
/// @param review null unless a person had to look at it before it was handed out
public record Work(
        ProduceId produceId,
        AdmissionId admission,
        PersonId owner,
        ModelId model,
        State state,
        @Nullable Content content,
        Instant openedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant publishedAt,
        @Nullable Instant takenDownAt,
        @Nullable Instant hiddenAt,
        @Nullable ConsentId hiddenFor,
        @Nullable Review review) {

    /// How far it came.
    public enum State {
        /// Leaves while it is being made.
        STREAMING,
        /// Complete and committed; the delivery has not ended.
        RECORDED,
        DELIVERED,
        /// A crash cut the stream; what was sent is not known.
        ABANDONED,
        TAKEN_DOWN
    }

    /// @param sha256 of the labelled bytes
    /// @param label the AIGC metadata label as JSON
    public record Content(ContentKind kind, String mediaType, String sha256, long size, String label) {}

    /// A person's look at a work.
    ///
    /// @param id the number under which it is held
    /// @param reason why a person has to look
    /// @param released whether it may be handed out; null until somebody decided
    public record Review(
            String id,
            String reason,
            Instant since,
            @Nullable Boolean released,
            @Nullable Instant decidedAt) {}

    /// Whether a person still has to look.
    public boolean held() {
        return review != null && review.released() == null;
    }

    /// Whether a person looked and refused it.
    public boolean refused() {
        return review != null && Boolean.FALSE.equals(review.released());
    }

    public boolean published() {
        return publishedAt != null;
    }

    public boolean takenDown() {
        return state == State.TAKEN_DOWN;
    }

    /// Whether a person whom it shows withdrew: the public does not see it any more.
    public boolean hidden() {
        return hiddenAt != null;
    }

    public Optional<Content> recordedContent() {
        return Optional.ofNullable(content);
    }
}
