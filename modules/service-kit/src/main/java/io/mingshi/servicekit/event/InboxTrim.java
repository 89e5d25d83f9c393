package io.mingshi.servicekit.event;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;

/// Keeps the inboxes from growing with everything that ever happened.
class InboxTrim {
    /// Topics keep their messages for a week unless an operator says otherwise; this leaves time for that.
    private static final Duration LONGER_THAN_TOPICS = Duration.ofDays(90);

    private final Instance<Inbox> inboxes;

    InboxTrim(@Any Instance<Inbox> inboxes) {
        this.inboxes = inboxes;
    }

    @Scheduled(every = "24h", delayed = "10m")
    void trim() {
        inboxes.forEach(inbox -> inbox.forgetOlderThan(LONGER_THAN_TOPICS));
    }
}
