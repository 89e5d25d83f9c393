package io.mingshi.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/// Reads and writes a module's topic as another process would; for use inside a Quarkus test.
public final class Topic {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final String servers;

    private Topic(String name, String servers) {
        this.name = name;
        this.servers = servers;
    }

    /// @param module such as `consent` for the topic `mingshi.consent` of this test run
    public static Topic of(String module) {
        var config = ConfigProvider.getConfig();
        String prefix =
                config.getOptionalValue("mingshi.kafka.prefix", String.class).orElse("");
        return new Topic(prefix + "mingshi." + module, config.getValue("kafka.bootstrap.servers", String.class));
    }

    public void publish(String key, String cloudEvent) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(name, key, cloudEvent)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the event could not be published", e);
        }
    }

    /// The first message from the beginning of the topic that satisfies the condition, waited for at most 20 seconds.
    public String await(Predicate<String> condition) {
        List<String> seen = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        servers,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        "500"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(name));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    if (condition.test(message.value())) {
                        return message.value();
                    }
                    seen.add(message.value());
                }
            }
        }
        throw new AssertionError("no such message on " + name + " among " + seen.size() + ": " + seen);
    }
}
