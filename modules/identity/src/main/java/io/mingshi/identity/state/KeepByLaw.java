package io.mingshi.identity.state;

import static io.mingshi.identity.IdentityProblem.NO_SUCH_HOLD;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.IdentityEvent.LegalHoldLifted;
import io.mingshi.contracts.event.IdentityEvent.LegalHoldPlaced;
import io.mingshi.identity.EraseIdentity;
import io.mingshi.identity.IdentityFacts;
import io.mingshi.identity.LegalHold;
import io.mingshi.identity.LegalHolds;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/// Keeps a person's identity from being erased while a rule or a case needs it, and erases it when that is over.
///
/// [PIPL-47](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class KeepByLaw {
    private static final int AT_ONCE = 100;

    private final LegalHolds holds;
    private final EraseIdentity erasure;
    private final IdentityFacts facts;
    private final Clock clock;

    KeepByLaw(LegalHolds holds, EraseIdentity erasure, IdentityFacts facts, Clock clock) {
        this.holds = holds;
        this.erasure = erasure;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public void place(LegalHold hold) {
        holds.place(hold);
        facts.publish(new LegalHoldPlaced(
                hold.person(),
                hold.id(),
                hold.officer(),
                hold.caseNumber(),
                hold.reason(),
                hold.until(),
                hold.placedAt()));
    }

    @Transactional
    public void lift(PersonId person, String id, PersonId officer) {
        Instant now = clock.instant();
        if (!holds.lift(person, id, now)) {
            throw NO_SUCH_HOLD.with("no legal hold with the id " + id + " lasts on this person");
        }
        facts.publish(new LegalHoldLifted(person, id, officer, now));
    }

    /// Erases whoever wished it and is held by nothing any more.
    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void eraseReleased() {
        holds.erasable(clock.instant(), AT_ONCE).forEach(erasure::erase);
    }
}
