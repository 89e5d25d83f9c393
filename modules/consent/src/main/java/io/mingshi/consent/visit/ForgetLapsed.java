package io.mingshi.consent.visit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Deletes what was kept of visitors for an answer that can no longer be given or taken back.
///
/// What was answered stays, as do the officers' decisions: they show why something was lawful.
/// [PIPL-19, 47](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class ForgetLapsed {
    private final Visits visits;
    private final Clock clock;

    ForgetLapsed(Visits visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    public void forget() {
        visits.forgetLapsed(clock.instant());
    }
}
