package io.mingshi.records.retention;

import static io.mingshi.records.RecordsProblem.BREACH_INCOMPLETE;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;

/// What happened and what can be done, as an officer states it: all the items that a notice must have.
///
/// @param kinds which kinds of information were or may have been leaked, changed or lost, such as `账号`
/// @param cause why it happened
/// @param harm what it may lead to
/// @param measures what was done against it
/// @param ownMeasures what those concerned can do themselves
/// @param contact how to reach the provider
/// @param noticedAt when the breach was noticed, from which the deadlines count
/// @param affected whom it concerns
public record BreachFacts(
        List<String> kinds,
        String cause,
        String harm,
        String measures,
        String ownMeasures,
        String contact,
        Instant noticedAt,
        Affected affected) {
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_KINDS = 50;
    private static final int MOST_PERSONS = 10_000;

    /// [PIPL-57](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
    ///
    /// @throws io.mingshi.contracts.ProblemException `BREACH_INCOMPLETE` when an item is missing
    public BreachFacts {
        kinds = List.copyOf(kinds);
        require(!kinds.isEmpty() && kinds.size() <= MOST_KINDS, "kinds");
        kinds.forEach(kind -> requireText(kind, "kinds"));
        requireText(cause, "cause");
        requireText(harm, "harm");
        requireText(measures, "measures");
        requireText(ownMeasures, "ownMeasures");
        requireText(contact, "contact");
        if (affected instanceof Affected.Persons(List<PersonId> persons)) {
            require(!persons.isEmpty() && persons.size() <= MOST_PERSONS, "persons");
        }
    }

    /// Whom a breach concerns.
    public sealed interface Affected {
        /// These.
        record Persons(List<PersonId> persons) implements Affected {
            public Persons {
                persons = List.copyOf(persons);
            }
        }

        /// Everybody about whom anything was recorded in this period.
        ///
        /// @param from the first instant
        /// @param until the first instant after it
        record InPeriod(Instant from, Instant until) implements Affected {}
    }

    private static void requireText(String text, String item) {
        require(!text.isBlank() && text.length() <= LONGEST_TEXT, item);
    }

    private static void require(boolean there, String item) {
        if (!there) {
            throw BREACH_INCOMPLETE.with(
                    "the item " + item + " is missing or too long: a notice names kinds, cause, harm,"
                            + " measures, own measures and contact, and whom it concerns");
        }
    }
}
