package io.mingshi.identity.state;

import io.mingshi.contracts.event.IdentityEvent.VerificationEnded;
import io.mingshi.identity.Confirmations;
import io.mingshi.identity.Confirmations.RanOut;
import io.mingshi.identity.IdentityFacts;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// Tells as a fact that a confirmation ran out; that it does not count any more needs no telling.
@ApplicationScoped
class TellExpiry {
    private static final String EXPIRED = "EXPIRED";
    private static final int AT_ONCE = 100;

    private final Confirmations confirmations;
    private final IdentityFacts facts;
    private final Clock clock;

    TellExpiry(Confirmations confirmations, IdentityFacts facts, Clock clock) {
        this.confirmations = confirmations;
        this.facts = facts;
        this.clock = clock;
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void tell() {
        List<RanOut> over = confirmations.ranOut(clock.instant(), AT_ONCE);
        for (RanOut one : over) {
            confirmations.end(one.person(), one.method(), EXPIRED, one.at());
            facts.publish(new VerificationEnded(one.person(), one.method().name(), EXPIRED, one.at()));
        }
    }
}
