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
}
