package io.mingshi.records.retention;

import static io.mingshi.records.RecordsProblem.NO_SUCH_BREACH;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.RecordsEvent.BreachNotified;
import io.mingshi.records.Announcements;
import io.mingshi.records.PrivilegedReads;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// Makes the notice of a breach, tells whom it concerns and until when whom must be told.
///
/// [PIPL-57](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class NotifyBreach {
    private static final int MOST_LISTED = 10_000;

    private final Breaches breaches;
    private final Announcements events;
    private final PrivilegedReads reads;
    private final Ids ids;
    private final Clock clock;

    NotifyBreach(Breaches breaches, Announcements events, PrivilegedReads reads, Ids ids, Clock clock) {
        this.breaches = breaches;
        this.events = events;
        this.reads = reads;
        this.ids = ids;
        this.clock = clock;
    }

    /// Makes the notice; it is a record.
    @Transactional
    public Breach of(BreachFacts facts, PersonId by) {
        var breach = new Breach(
                ids.next(),
                BreachText.chinese(facts),
                BreachText.english(facts),
                facts.noticedAt(),
                0,
                by,
                clock.instant());
        long affected = breaches.keep(breach, facts.affected());
        events.publish(new BreachNotified(
                breach.id(),
                facts.kinds(),
                facts.cause(),
                facts.harm(),
                facts.measures(),
                affected,
                breach.textHash(),
                breach.noticedAt(),
                by,
                breach.at()));
        return find(breach.id());
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_BREACH`
    @Transactional
    public Breach find(String id) {
        return breaches.find(id)
                .orElseThrow(() -> NO_SUCH_BREACH.with("no breach has the id " + id + ": check the id"));
    }

    /// Whom it concerns, by pseudonym and in order; the look-up is recorded.
    ///
    /// @param after the last one of the page before; empty for the first page
    @Transactional
    public List<PersonId> affected(String id, String after, Caller reader) {
        find(id);
        reads.record(reader, Role.OFFICER, "breach-persons", id);
        return breaches.affected(id, after, MOST_LISTED);
    }
}
