package io.mingshi.records.verification;

import io.mingshi.records.verification.Finding.Place;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One comparison of all records with the evidence log, and how far it is.
///
/// @param startedBy a person, or `schedule`
/// @param checkpoint of the log with which the records are compared; empty until it was read
/// @param size how many entries that log has
/// @param next from which position on it is not compared yet
/// @param logChecked whether the log by itself is checked already
/// @param records rows that were compared
/// @param findings how many there are so far
/// @param unlogged rows that were not in the log yet when it ended
/// @param failure why it could not be finished
record Verification(
        String id,
        State state,
        String startedBy,
        Instant startedAt,
        Optional<String> checkpoint,
        long size,
        long next,
        boolean logChecked,
        long records,
        long findings,
        @Nullable Long unlogged,
        @Nullable Instant finishedAt,
        @Nullable String failure) {
    /// How far a verification is.
    enum State {
        RUNNING,
        FINISHED,
        FAILED
    }

    /// A finding as it is remembered.
    ///
    /// @param number in the order in which they were found
    record Found(
            long number,
            String kind,
            @Nullable Long position,
            @Nullable String event,
            String sentence) {
        Place place() {
            return new Place(position == null ? -1 : position, event == null ? "" : event);
        }
    }

    /// What is told of it in one word.
    String outcome() {
        return switch (state) {
            case RUNNING -> "RUNNING";
            case FAILED -> "FAILED";
            case FINISHED -> findings == 0 ? "CLEAN" : "FOUND";
        };
    }
}
