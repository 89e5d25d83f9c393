package io.mingshi.contracts.event;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;

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

    /// The records were compared with the evidence log, and the log with what is remembered of it.
    ///
    /// @param outcome `CLEAN`, `FOUND` when anything did not fit, or `FAILED` when it was not finished
    /// @param records rows that were compared
    /// @param logSize entries of the log that they were compared with
    /// @param findings how many there are
    /// @param examples the first of them, each as a sentence that names the record
    record RecordsVerified(
            String verification,
            String outcome,
            long records,
            long logSize,
            long findings,
            List<String> examples,
            Instant startedAt,
            Instant finishedAt)
            implements RecordsEvent {
        public RecordsVerified {
            examples = List.copyOf(examples);
        }

        @Override
        public String subject() {
            return verification;
        }
    }

    /// The works in the object store were compared with what is recorded about works, both ways.
    ///
    /// @param outcome `CLEAN`, `FOUND` when anything did not fit, or `FAILED` when it was not finished
    /// @param objects objects that were listed
    /// @param works recorded works that were looked for
    /// @param read objects whose bytes were read and hashed
    /// @param findings how many there are
    /// @param examples the first of them, each as a sentence that names the work or object
    record WorksReconciled(
            String reconciliation,
            String outcome,
            long objects,
            long works,
            long read,
            long findings,
            List<String> examples,
            Instant startedAt,
            Instant finishedAt)
            implements RecordsEvent {
        public WorksReconciled {
            examples = List.copyOf(examples);
        }

        @Override
        public String subject() {
            return reconciliation;
        }
    }

    /// Facts that a producer counted did not arrive within a minute.
    ///
    /// @param source the producer, such as `/mingshi/gateway`
    /// @param lane which of its counters
    /// @param first the first number that is missing
    /// @param last the last of them
    record EventsMissing(String source, long lane, long first, long last, Instant noticedAt) implements RecordsEvent {
        @Override
        public String subject() {
            return source;
        }
    }

    /// A producer used a number a second time, for another fact: it was set back to an older state.
    ///
    /// @param event the fact that came later
    record NumberReused(String source, long lane, long number, String event, Instant noticedAt)
            implements RecordsEvent {
        @Override
        public String subject() {
            return source;
        }
    }
}
