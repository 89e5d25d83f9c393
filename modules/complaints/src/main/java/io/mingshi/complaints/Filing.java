package io.mingshi.complaints;

import io.mingshi.contracts.ProduceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was complained about, and until when a result is promised.
///
/// @param number the public number of the ticket
/// @param work null when it could not be told from what was given
/// @param link as it was given; null when none was
/// @param appeal null unless it is an appeal
/// @param fileHash SHA-256 of the file that was given; null when none was. The file itself is not kept.
public record Filing(
        String number,
        @Nullable ProduceId work,
        FoundBy foundBy,
        @Nullable String link,
        @Nullable String fileHash,
        ResultLimit limit,
        String reason,
        Instant filedAt,
        Instant due,
        @Nullable Appeal appeal) {

    /// What told which work a complaint is about.
    public enum FoundBy {
        PRODUCE_ID,
        LABEL_OF_FILE,
        LINK,
        NOTHING
    }
}
