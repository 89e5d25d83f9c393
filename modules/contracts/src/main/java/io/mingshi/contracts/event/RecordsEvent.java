package io.mingshi.contracts.event;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `records` and the audit of every module publish.
public sealed interface RecordsEvent extends Event {
    /// A record that was deleted from the database or changed there was put back from the archive.
    record RecordRestored(long position, String eventId, PersonId by, Instant at) implements RecordsEvent {
        @Override
        public String subject() {
            return eventId;
        }
    }

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

    /// Records of one class and month went because their period was over: a record of this class, month and range of
    /// positions that is not there any more is explained by this fact.
    ///
    /// @param retentionClass such as `NETWORK_LOG`
    /// @param month of receipt in UTC, such as `2026-05`
    /// @param count how many records went
    /// @param held how many stayed under a legal hold
    /// @param firstPosition the lowest position that went
    /// @param lastPosition the highest
    /// @param rule the article and the period that was over
    /// @param by the operator who asked for it; null when the daily job did it
    record RecordsExpired(
            String retentionClass,
            String month,
            long count,
            long held,
            long firstPosition,
            long lastPosition,
            String rule,
            @Nullable PersonId by,
            Instant at)
            implements RecordsEvent {
        @Override
        public String subject() {
            return retentionClass + "/" + month;
        }
    }

    /// The key to what was kept about one person in one class and month was destroyed at that person's erasure: the
    /// records stay, nobody can read their texts any more.
    ///
    /// @param personHash SHA-256 of the pseudonym in hex
    record KeysDestroyed(String personHash, String retentionClass, String month, String rule, Instant at)
            implements RecordsEvent {
        @Override
        public String subject() {
            return personHash;
        }
    }

    /// Somebody wants what is recorded about a person to be erased.
    ///
    /// @param personHash SHA-256 of the pseudonym in hex
    /// @param by the person, or the officer who passes the request on
    record ErasureRequested(String personHash, String reason, PersonId by, Instant at) implements RecordsEvent {
        @Override
        public String subject() {
            return personHash;
        }
    }

    /// A legal hold went one step further.
    ///
    /// @param step `REQUESTED`, `APPROVED`, `RELEASE_REQUESTED` or `RELEASED`
    /// @param scope what is held, such as `work 01J…`
    record LegalHoldChanged(
            String hold, String caseNumber, String step, String scope, String reason, PersonId by, Instant at)
            implements RecordsEvent {
        @Override
        public String subject() {
            return hold;
        }
    }

    /// A notice of a breach was made out to those whom it concerns.
    ///
    /// @param affected how many persons it concerns
    /// @param textHash SHA-256 of the notice
    record BreachNotified(
            String breach,
            List<String> kinds,
            String cause,
            String harm,
            String measures,
            long affected,
            String textHash,
            Instant noticedAt,
            PersonId by,
            Instant at)
            implements RecordsEvent {
        public BreachNotified {
            kinds = List.copyOf(kinds);
        }

        @Override
        public String subject() {
            return breach;
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

    /// Somebody asked to read everything that is recorded about a person; nothing was read yet.
    ///
    /// @param request the number of the request
    /// @param caseReference the case that it serves, such as a file number
    record PersonReadRequested(
            String request,
            PersonId person,
            String caseReference,
            String reason,
            PersonId requester,
            String role,
            Instant requestedAt)
            implements RecordsEvent {
        @Override
        public String subject() {
            return request;
        }
    }

    /// An officer other than the requester decided.
    ///
    /// @param until when the approval ends; null when it was refused
    record PersonReadDecided(
            String request,
            PersonId person,
            boolean approved,
            PersonId decider,
            Instant decidedAt,
            @Nullable Instant until)
            implements RecordsEvent {
        @Override
        public String subject() {
            return request;
        }
    }
}
