package io.mingshi.contracts.event;

import io.mingshi.contracts.PersonId;
import java.time.Instant;

/// What `records` and the audit of every module publish.
public sealed interface RecordsEvent extends Event {
    /// Somebody with a privilege read what others may not.
    ///
    /// @param module the module that was read
    /// @param what what was read, such as `work-chain` or `ticket-queue`
    /// @param target the id of the thing read, or `*` for a list
    record PrivilegedRead(String module, String what, String target, PersonId reader, String role, Instant readAt)
            implements RecordsEvent {
        @Override
        public String subject() {
            return target;
        }
    }

    /// Somebody wants records to be handed over for inspection.
    ///
    /// @param scope `PERIOD`, `PERSON`, `WORK` or `CASE`
    /// @param target the person, work or case, or the period as two instants
    /// @param texts whether the texts of the records are wanted
    record ExportOrdered(
            String export,
            String scope,
            String target,
            boolean texts,
            String caseNumber,
            String reason,
            PersonId by,
            String role,
            Instant at)
            implements RecordsEvent {
        @Override
        public String subject() {
            return export;
        }
    }

    /// A second officer agreed that records are handed over.
    record ExportApproved(String export, PersonId by, Instant at) implements RecordsEvent {
        @Override
        public String subject() {
            return export;
        }
    }

    /// The file with the records was made.
    ///
    /// @param sha256 of the file
    record ExportMade(String export, long records, long bytes, String sha256, Instant at) implements RecordsEvent {
        @Override
        public String subject() {
            return export;
        }
    }

    /// The file with the records was deleted, its time being over.
    record ExportDeleted(String export, Instant at) implements RecordsEvent {
        @Override
        public String subject() {
            return export;
        }
    }
}
