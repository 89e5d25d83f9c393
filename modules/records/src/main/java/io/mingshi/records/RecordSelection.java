package io.mingshi.records;

import io.mingshi.contracts.PersonId;
import java.time.Instant;

/// Which records are meant.
public sealed interface RecordSelection {
    /// Received in a period.
    ///
    /// @param from the first instant of it
    /// @param to the first instant after it
    record Received(Instant from, Instant to) implements RecordSelection {}

    /// About a person, or naming the person.
    record OfPerson(PersonId person) implements RecordSelection {}

    /// Of a work.
    record OfWork(String work) implements RecordSelection {}

    /// Of a complaint, and of the works that it is about.
    record OfTicket(String ticket) implements RecordSelection {}

    /// Facts of one type about one subject.
    record OfType(String type, String subject) implements RecordSelection {}
}
