package io.mingshi.records.report;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/// What was recorded in a period. The figures of a period that is over are the same whenever they are made,
/// while the records are there; what is true only at the making is kept apart.
///
/// @param over whether the period was over when the report was made
/// @param records how many of each class and type were received
/// @param privilegedReads by the role that was used
record Report(
        String period,
        Instant from,
        Instant to,
        boolean over,
        List<Counted> records,
        Generations generations,
        Complaints complaints,
        long takedowns,
        Consents consents,
        SortedMap<String, Long> privilegedReads,
        List<Result> verifications,
        List<Result> reconciliations,
        Missing missing,
        Making making) {
    /// Records of one class and type.
    record Counted(String retentionClass, String type, long count) {}

    /// @param refusedByProblem by the name of the problem, such as `INPUT_BLOCKED`
    /// @param refusedByCategory by the kind of risk, where the screening refused
    /// @param illegible refusals whose text nobody can read any more, so that they are in no category
    record Generations(
            long admitted,
            long refused,
            long recorded,
            long delivered,
            long published,
            SortedMap<String, Long> refusedByProblem,
            SortedMap<String, Long> refusedByCategory,
            long illegible) {}

    /// @param overdue open at the end of the period, and past the promised limit by then
    /// @param open at the end of the period
    record Complaints(long opened, long closed, long upheld, long open, long overdue) {}

    /// What became of consents.
    record Consents(long requested, long granted, long refused, long withdrawn) {}

    /// What a verification or a reconciliation came to.
    record Result(String id, String outcome, long findings, Instant finishedAt) {}

    /// Facts that did not arrive, and numbers that came again, as they were told in the period.
    record Missing(long events, List<Gap> gaps, long reused) {}

    /// Numbers that were missing.
    record Gap(String source, long lane, long first, long last, Instant noticedAt) {}

    /// The state in which the report was made.
    ///
    /// @param checkpoint of the evidence log: the records up to its size are provable
    /// @param unlogged records that were not in the log yet
    /// @param missing facts that were missing then
    /// @param objectLock what the store of the archive showed: `OFFERED`, `NOT_OFFERED` or `UNREACHABLE`
    record Making(Instant at, String checkpoint, long unlogged, long missing, String objectLock) {}
}
