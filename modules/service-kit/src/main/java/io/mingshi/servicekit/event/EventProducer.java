package io.mingshi.servicekit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The process's one connection to Kafka for publishing: acknowledged by all replicas, without duplicates from retries.
@Singleton
class EventProducer {
    private static final Duration MAX_BLOCK = Duration.ofSeconds(5);
    private static final Duration DELIVERY = Duration.ofSeconds(10);

    private final Producer<String, String> producer;

    EventProducer(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        "true",
                        "max.block.ms",
                        String.valueOf(MAX_BLOCK.toMillis()),
                        "request.timeout.ms",
                        String.valueOf(MAX_BLOCK.toMillis()),
                        "delivery.timeout.ms",
                        String.valueOf(DELIVERY.toMillis())),
                new StringSerializer(),
                new StringSerializer());
    }

    /// A lane has one partition, so that its numbers arrive in order, and with them all events of one subject.
    Future<RecordMetadata> send(
            String topic, String key, String cloudEvent, @Nullable String traceparent, ProducerNumber number) {
        int partition = number.lane() % producer.partitionsFor(topic).size();
        var record = new ProducerRecord<>(topic, partition, key, cloudEvent);
        record.headers().add("content-type", CloudEvent.CONTENT_TYPE.getBytes(UTF_8));
        record.headers().add(ProducerNumber.HEADER, number.toString().getBytes(UTF_8));
        if (traceparent != null) {
            record.headers().add("traceparent", traceparent.getBytes(UTF_8));
        }
        return producer.send(record);
    }

    @PreDestroy
    void close() {
        producer.close(MAX_BLOCK);
    }
}
