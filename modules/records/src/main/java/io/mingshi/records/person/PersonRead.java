package io.mingshi.records.person;

import io.mingshi.contracts.PersonId;
import java.time.Instant;

/// A request to read everything that is recorded about a person.
///
/// @param caseReference the case that it serves
public record PersonRead(
        String request,
        PersonId person,
        String caseReference,
        String reason,
        PersonId requester,
        Instant requestedAt,
        State state) {

    /// How far it came.
    public sealed interface State {
        /// Waits for another officer.
        record Open() implements State {}

        record Refused(PersonId decider, Instant decidedAt) implements State {}

        /// @param until the requester may read before this instant
        record Approved(PersonId decider, Instant decidedAt, Instant until) implements State {}
    }
}
