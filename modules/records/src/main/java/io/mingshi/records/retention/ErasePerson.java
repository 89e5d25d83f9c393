package io.mingshi.records.retention;

import static io.mingshi.records.RecordsProblem.NOT_A_PERSON;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.event.RecordsEvent.ErasureRequested;
import io.mingshi.contracts.event.RecordsEvent.KeysDestroyed;
import io.mingshi.records.Announcements;
import io.mingshi.records.DataSubject;
import io.mingshi.records.PrivilegedReads;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/// Erases what is recorded about a person by destroying the keys to it, backups included.
///
/// Where a statutory minimum is not over, or a legal hold covers it, it is stored and not used in any other
/// way until then; the daily job destroys the key when it may.
/// [PIPL-47](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class ErasePerson {
    private static final Logger LOG = Logger.getLogger(ErasePerson.class);

    private final Disposal disposal;
    private final Announcements events;
    private final PrivilegedReads reads;
    private final Clock clock;

    ErasePerson(Disposal disposal, Announcements events, PrivilegedReads reads, Clock clock) {
        this.disposal = disposal;
        this.events = events;
        this.reads = reads;
        this.clock = clock;
    }

    /// Erases at the request of the person, or of an officer who passes it on.
    ///
    /// @return every key of the person, as it is then
    @Transactional
    public List<SealKey> request(PersonId person, String reason, PersonId by) {
        if (person.equals(DataSubject.PLATFORM)) {
            throw NOT_A_PERSON.with("what is kept under the platform's own key is about nobody in particular");
        }
        disposal.decide();
        Instant now = clock.instant();
        events.publish(new ErasureRequested(Sha256.of(person.value()), reason, by, now));
        disposal.restrict(person, now);
        destroyDue(disposal.keys(person), now);
        return disposal.keys(person);
    }

    /// What became of everything that was kept about a person; the look-up is recorded.
    @Transactional
    public List<SealKey> state(PersonId person, Caller reader) {
        reads.record(reader, Role.OFFICER, "erasure", person.value());
        return disposal.keys(person);
    }

    /// Takes part in the current transaction, which has locks that others wait for: when it would have to
    /// wait itself, the keys stay until the next run. Nobody can read what they open from now on.
    void erased(PersonId person, Instant now) {
        if (person.equals(DataSubject.PLATFORM)) {
            LOG.error("an event says that the platform's own identity was erased: it is not followed");
            return;
        }
        disposal.restrict(person, now);
        if (disposal.tryToDecide()) {
            destroyDue(disposal.keys(person), now);
        }
    }

    /// Destroys the keys of those who asked before and whose minimum is over by now, in the current
    /// transaction.
    ///
    /// @return how many
    long destroyDue(Instant now) {
        disposal.decide();
        return destroyDue(disposal.erasable(now), now);
    }

    private long destroyDue(List<SealKey> keys, Instant now) {
        return keys.stream().filter(key -> destroyIfDue(key, now)).count();
    }

    private boolean destroyIfDue(SealKey key, Instant now) {
        if (!key.due(now)) {
            return false;
        }
        disposal.destroy(key, now);
        events.publish(new KeysDestroyed(
                Sha256.of(key.person().value()),
                key.retentionClass().name(),
                key.month().toString(),
                "PIPL-47, after " + key.retentionClass().minimum() + " of "
                        + key.retentionClass().rule(),
                now));
        return true;
    }
}
