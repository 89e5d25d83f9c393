package io.mingshi.records.messaging;

import io.mingshi.records.KeepEvents;
import io.mingshi.records.NeverBehind;
import io.mingshi.servicekit.event.Delivery;
import io.mingshi.servicekit.event.ProducerNumber;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes in every topic of the platform, as many events at once as have come.
@ApplicationScoped
class EventConsumer {
    private static final String CHANNEL = "records-events";

    private final RecordsInbox inbox;
    private final NeverBehind neverBehind;
    private final KeepEvents keepEvents;

    EventConsumer(RecordsInbox inbox, NeverBehind neverBehind, KeepEvents keepEvents) {
        this.inbox = inbox;
        this.neverBehind = neverBehind;
        this.keepEvents = keepEvents;
    }

    @Incoming(CHANNEL)
    @Blocking
    void on(ConsumerRecords<String, String> messages) {
        List<Delivery> deliveries = new ArrayList<>(messages.count());
        messages.forEach(message -> deliveries.add(
                new Delivery(Objects.requireNonNullElse(message.value(), ""), ProducerNumber.of(message.headers()))));
        inbox.receiveAll(CHANNEL, deliveries, events -> {
            neverBehind.check();
            keepEvents.keep(events);
        });
    }
}
