package io.mingshi.records.export;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.Optional;

/// How far an export is; each state holds what is true in it.
public sealed interface Export {
    ExportOrder order();

    /// A second officer has to agree.
    record AwaitingApproval(ExportOrder order) implements Export {}

    /// The job takes it up when its turn comes and all records are in the log.
    record Waiting(ExportOrder order, Optional<Approval> approval) implements Export {}

    /// It is fixed what belongs to it, and parts of it are made.
    record Running(ExportOrder order, Optional<Approval> approval, ExportPlan plan, Progress progress)
            implements Export {}

    /// The file can be downloaded.
    ///
    /// @param file its name in the folder of the export
    record Ready(
            ExportOrder order,
            Optional<Approval> approval,
            ExportPlan plan,
            String file,
            long bytes,
            String sha256,
            Instant readyAt,
            Instant deleteAt)
            implements Export {}

    /// It could not be made.
    record Failed(ExportOrder order, Optional<Approval> approval, String why, Instant at) implements Export {}

    /// Its time was over.
    record Deleted(ExportOrder order, Optional<Approval> approval, Instant at) implements Export {}

    /// The second officer's consent.
    record Approval(PersonId by, Instant at) {}

    /// What was made of it.
    ///
    /// @param bytes on disk so far
    /// @param last the position of the last record; -1 before the first
    record Progress(int parts, long records, long bytes, long last) {}
}
