package io.mingshi.gateway.video;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A film that is wanted, being made, or made.
///
/// @param progress in per cent, as the model's server tells it
/// @param upstreamJob what the model's server calls it; null until it has begun
/// @param work null unless it is completed
/// @param problem why it failed; null unless it did
/// @param endedAt null while it is not
public record VideoJob(
        String id,
        AdmissionId admission,
        PersonId person,
        ModelId model,
        int seconds,
        String size,
        State state,
        int progress,
        @Nullable String upstreamJob,
        @Nullable ProduceId work,
        @Nullable String problem,
        @Nullable String detail,
        Instant createdAt,
        @Nullable Instant endedAt) {
    /// How far it came.
    public enum State {
        QUEUED,
        RUNNING,
        /// Made; a person has to look at it before anybody gets it.
        HELD,
        COMPLETED,
        FAILED,
        CANCELLED;

        public boolean open() {
            return this == QUEUED || this == RUNNING;
        }
    }

    /// The same job with this end.
    public VideoJob ended(State end, @Nullable String why, @Nullable String sentence, @Nullable Instant at) {
        return new VideoJob(
                id,
                admission,
                person,
                model,
                seconds,
                size,
                end,
                progress,
                upstreamJob,
                work,
                why,
                sentence,
                createdAt,
                at);
    }
}
