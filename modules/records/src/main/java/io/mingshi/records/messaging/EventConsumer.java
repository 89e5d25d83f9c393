package io.mingshi.records.messaging;

import io.mingshi.records.KeepEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes in every topic of the platform.
@ApplicationScoped
class EventConsumer {
    private static final String CHANNEL = "records-events";

    private final RecordsInbox inbox;
    private final KeepEvent keepEvent;

    EventConsumer(RecordsInbox inbox, KeepEvent keepEvent) {
        this.inbox = inbox;
        this.keepEvent = keepEvent;
    }

    @Incoming(CHANNEL)
    @Blocking
    void on(String cloudEvent) {
        inbox.receive(CHANNEL, cloudEvent, keepEvent::keep);
    }
}
