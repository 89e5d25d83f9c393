package io.mingshi.gateway.companion;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Forgets who talked to whom, once it does not matter any more.
@ApplicationScoped
class ForgetSessions {
    private final Sessions sessions;
    private final CompanionPolicy policy;
    private final Clock clock;

    ForgetSessions(Sessions sessions, CompanionPolicy policy, Clock clock) {
        this.sessions = sessions;
        this.policy = policy;
        this.clock = clock;
    }

    @Scheduled(
            identity = "gateway-companion-sessions",
            every = "10m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        sessions.forgetBefore(clock.instant().minus(policy.gap()));
    }
}
