package io.mingshi.moderation.sanction;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/// Tells of sanctions whose time is over.
@ApplicationScoped
class Expiry {
    private final EndSanction end;

    Expiry(EndSanction end) {
        this.end = end;
    }

    @Scheduled(every = "${mingshi.moderation.expiry-check}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tell() {
        end.expire();
    }
}
