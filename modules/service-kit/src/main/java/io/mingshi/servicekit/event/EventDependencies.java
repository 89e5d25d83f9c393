package io.mingshi.servicekit.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingshi.servicekit.id.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What a module's [Outbox] and [Inbox] pass to their superclass.
@Singleton
public class EventDependencies {
    final EventCodec codec;
    final EventProducer producer;
    final Ids ids;
    final Clock clock;
    final MeterRegistry meters;
    final TransactionSynchronizationRegistry transactions;
    final String topicPrefix;

    EventDependencies(
            EventCodec codec,
            EventProducer producer,
            Ids ids,
            Clock clock,
            MeterRegistry meters,
            TransactionSynchronizationRegistry transactions,
            @ConfigProperty(name = "mingshi.kafka.prefix") Optional<String> topicPrefix) {
        this.codec = codec;
        this.producer = producer;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
        this.transactions = transactions;
        this.topicPrefix = topicPrefix.orElse("");
    }
}
