package io.mingshi.records.export;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.records.RecordSelection;
import io.mingshi.records.export.archive.ExportFacts;
import java.time.Instant;

/// Which records are to be handed over.
public sealed interface ExportScope {
    /// All that were received in a period; the only scope of which it can be shown that nothing was left out.
    ///
    /// @param from the first instant
    /// @param to the first instant after it
    record Period(Instant from, Instant to) implements ExportScope {}

    /// All that are about a person or name the person.
    record Person(PersonId person) implements ExportScope {}

    /// All of a work.
    record Work(ProduceId work) implements ExportScope {}

    /// All of a complaint and of the works that it is about.
    record Case(String ticket) implements ExportScope {}

    /// What the records of it have in common.
    default RecordSelection selection() {
        return switch (this) {
            case Period(Instant from, Instant to) -> new RecordSelection.Received(from, to);
            case Person(PersonId person) -> new RecordSelection.OfPerson(person);
            case Work(ProduceId work) -> new RecordSelection.OfWork(work.value());
            case Case(String ticket) -> new RecordSelection.OfTicket(ticket);
        };
    }

    /// As the export tells it.
    default ExportFacts.Scope facts() {
        return switch (this) {
            case Period(Instant from, Instant to) -> new ExportFacts.Scope(ExportFacts.Scope.PERIOD, "", from, to);
            case Person(PersonId person) -> new ExportFacts.Scope("PERSON", person.value(), null, null);
            case Work(ProduceId work) -> new ExportFacts.Scope("WORK", work.value(), null, null);
            case Case(String ticket) -> new ExportFacts.Scope("CASE", ticket, null, null);
        };
    }

    /// What [#facts] gave.
    static ExportScope of(ExportFacts.Scope facts) {
        Instant from = facts.from();
        Instant to = facts.to();
        return switch (facts.kind()) {
            case "PERSON" -> new Person(new PersonId(facts.target()));
            case "WORK" -> new Work(new ProduceId(facts.target()));
            case "CASE" -> new Case(facts.target());
            default -> {
                if (!facts.kind().equals(ExportFacts.Scope.PERIOD) || from == null || to == null) {
                    throw new IllegalArgumentException("no scope of an export is called " + facts.kind());
                }
                yield new Period(from, to);
            }
        };
    }
}
