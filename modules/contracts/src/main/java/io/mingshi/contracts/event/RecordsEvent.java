package io.mingshi.contracts.event;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
