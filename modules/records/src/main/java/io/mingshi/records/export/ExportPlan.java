package io.mingshi.records.export;

import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// What is fixed when the job begins, so that it comes to the same however often it is interrupted.
///
/// @param checkpoint by which all records of it are in the log
/// @param total how many records there were then
/// @param margin by which the entries reach beyond a period, in whole seconds
/// @param firstEntry the first entry of the log that is needed; only for a period
/// @param endEntry the first after them
public record ExportPlan(
        Instant plannedAt,
        SignedNote checkpoint,
        long total,
        Duration margin,
        OptionalLong firstEntry,
        OptionalLong endEntry) {
    /// How many entries the log had.
    public long logSize() {
        return Checkpoint.parse(checkpoint.text()).size();
    }
}
