package io.mingshi.servicekit.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Stands in for [RecentEndings], and counts.
@Alternative
@Priority(1)
@Singleton
@Identifier("servicekit-sessions")
class CountedEndings extends RecentEndings {
    static final AtomicInteger ASSIGNED = new AtomicInteger();

    CountedEndings(Clock clock) {
        super(clock);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        super.onPartitionsAssigned(consumer, partitions);
        ASSIGNED.incrementAndGet();
    }
}
