package io.mingshi.contracts.event;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What `labeling` publishes. The subject is this platform's number for the file: its PropagateID or its ProduceID.
public sealed interface LabelingEvent extends Event {
    String number();

    @Override
    default String subject() {
        return number();
    }

    /// A file of a user was looked at before it is spread, and what its audience is told was decided.
    ///
    /// @param number the PropagateID
    /// @param declared what the user answered when asked whether it is synthetic
    /// @param notice `IS`, `MAY_BE`, `SUSPECTED`, `NONE` or `UNDECIDED`
    /// @param label the `Label` value written; null where the metadata were left alone
    /// @param tampered whether a label was removed or forged
    /// @param received SHA-256 of the file as it came
    /// @param spread SHA-256 of the file as it may be spread; null when nothing was handed out
    record ContentTakenIn(
            String number,
            PersonId uploader,
            boolean declared,
            String notice,
            @Nullable String label,
            boolean tampered,
            String received,
            @Nullable String spread,
            Instant takenInAt)
            implements LabelingEvent {}

    /// A file was labelled in the name of this provider.
    ///
    /// @param number the ProduceID
    /// @param mediaType of the file
    /// @param sha256 of the labelled file
    record ContentLabelled(String number, PersonId by, String mediaType, String sha256, Instant labelledAt)
            implements LabelingEvent {}
}
