package io.mingshi.records.person;

import static io.mingshi.records.RecordsProblem.NO_SUCH_PERSON_READ;
import static io.mingshi.records.RecordsProblem.PERSON_READ_DECIDED;
import static io.mingshi.records.RecordsProblem.PERSON_READ_NOT_ALLOWED;
import static io.mingshi.records.RecordsProblem.SECOND_PERSON_NEEDED;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.RecordsEvent.PersonReadDecided;
import io.mingshi.contracts.event.RecordsEvent.PersonReadRequested;
import io.mingshi.records.Announcements;
import io.mingshi.records.Findings;
import io.mingshi.records.person.PersonRead.State;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Lets everything about a person be read only after two people agreed, for a case and for a limited time.
///
/// The smallest access that the purpose needs, with a record of each step:
/// [PIPL-51](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm).
@ApplicationScoped
public class ReadPerson {
    /// How long an approval lets the requester read at most.
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final Duration LAPSES = Duration.ofDays(7);
    private static final Duration SHOWN = Duration.ofDays(30);
    private static final int SHOWN_AT_MOST = 100;

    private final PersonReads requests;
    private final PersonPages pages;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    ReadPerson(PersonReads requests, PersonPages pages, Announcements announcements, Ids ids, Clock clock) {
        this.requests = requests;
        this.pages = pages;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    /// Asks for it; nothing is read yet.
    @Transactional
    public PersonRead request(PersonId person, String caseReference, String reason, Caller requester, Role privilege) {
        Instant now = now();
        requests.forget(now.minus(SHOWN));
        var request =
                new PersonRead(ids.next(), person, caseReference, reason, requester.person(), now, new State.Open());
        requests.add(request);
        announcements.publish(new PersonReadRequested(
                request.request(), person, caseReference, reason, requester.person(), privilege.name(), now));
        return request;
    }

    /// Decides, as somebody other than the requester.
    ///
    /// @param validity how long the requester may read; at most [#LONGEST] counts
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_PERSON_READ`, `PERSON_READ_DECIDED` or
    ///     `SECOND_PERSON_NEEDED`
    @Transactional
    public PersonRead decide(String request, boolean approved, Duration validity, Caller decider) {
        Instant now = now();
        PersonRead found = find(request, now);
        if (!(found.state() instanceof State.Open)) {
            throw PERSON_READ_DECIDED.with("the request " + request + " was decided already");
        }
        if (found.requester().equals(decider.person())) {
            throw SECOND_PERSON_NEEDED.with("who asks cannot decide: another officer must");
        }
        Instant until = now.plus(validity.compareTo(LONGEST) < 0 ? validity : LONGEST);
        if (approved) {
            requests.approve(request, decider.person(), now, until);
        } else {
            requests.refuse(request, decider.person(), now);
        }
        announcements.publish(new PersonReadDecided(
                request, found.person(), approved, decider.person(), now, approved ? until : null));
        return find(request, now);
    }

    /// A page of everything about the person, for the requester while the approval is valid. Each page is
    /// recorded.
    ///
    /// @param after the position behind which it begins
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_PERSON_READ` or `PERSON_READ_NOT_ALLOWED`
    @Transactional
    public Findings read(String request, long after, Caller reader, Role privilege) {
        Instant now = now();
        PersonRead found = find(request, now);
        if (!found.requester().equals(reader.person())) {
            throw PERSON_READ_NOT_ALLOWED.with("only who asked may read under the request " + request);
        }
        return switch (found.state()) {
            case State.Open _ -> throw PERSON_READ_NOT_ALLOWED.with("another officer must approve the request first");
            case State.Refused _ -> throw PERSON_READ_NOT_ALLOWED.with("the request " + request + " was refused");
            case State.Approved approved -> {
                if (!now.isBefore(approved.until())) {
                    throw PERSON_READ_NOT_ALLOWED.with(
                            "the approval ended at " + approved.until() + ": make another request");
                }
                yield pages.read(found.person(), after, reader, privilege);
            }
        };
    }

    /// The requests of the last month, for those who make and decide them.
    @Transactional
    public List<PersonRead> requests(Caller reader, Role privilege) {
        pages.recordListing(reader, privilege);
        return requests.newest(SHOWN_AT_MOST);
    }

    /// One that nobody decided for a week has lapsed.
    private PersonRead find(String request, Instant now) {
        return requests.find(request)
                .filter(found -> !(found.state() instanceof State.Open)
                        || found.requestedAt().plus(LAPSES).isAfter(now))
                .orElseThrow(() -> NO_SUCH_PERSON_READ.with(
                        "there is no request " + request + ", or nobody decided it within a week"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
