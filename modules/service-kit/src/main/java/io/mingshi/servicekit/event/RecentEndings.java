package io.mingshi.servicekit.event;

import io.mingshi.servicekit.caller.EndedSessions;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Begins to read where a token that is still valid may have been issued, not at the beginning of the topic.
@ApplicationScoped
@Identifier("servicekit-sessions")
class RecentEndings implements KafkaConsumerRebalanceListener {
    private final Clock clock;

    RecentEndings(Clock clock) {
        this.clock = clock;
    }

    /// The end is asked for first: what arrives in between is then read, not skipped.
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        long since = clock.instant().minus(EndedSessions.KEPT).toEpochMilli();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(one -> one, _ -> since)))
                .forEach((partition, first) ->
                        consumer.seek(partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset()));
    }
}
