package io.mingshi.records.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.GatewayEvent.WorkRecorded;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.servicekit.event.EventCodec;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// Events of 1 KB each, on the topic before the service starts.
final class Backlog {
    private static final int PEOPLE = 10_000;
    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    private static final String LABEL = "{\"Label\":\"1\",\"ContentProducer\":\"001191000000000000000K10001\","
            + "\"ProduceID\":\"W\",\"ReservedCode1\":\"" + "x".repeat(250) + "\",\"ContentPropagator\":\"\"}";

    private final EventCodec codec = new EventCodec();

    void publish(String servers, String topic, int count) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "acks", "all", "linger.ms", 20),
                new StringSerializer(),
                new StringSerializer())) {
            int partitions = producer.partitionsFor(topic).size();
            for (int i = 0; i < count; i++) {
                var message = new ProducerRecord<>(topic, i % 8 % partitions, "A-" + i, event(i));
                message.headers().add("mingshi-number", (i % 8 + "/" + (i / 8 + 1)).getBytes(UTF_8));
                producer.send(message);
            }
            producer.flush();
        }
    }

    String event(int i) {
        var event = new WorkRecorded(
                new AdmissionId("A-" + i),
                new ProduceId("W-" + i),
                new PersonId("person-" + i % PEOPLE),
                new ModelId("mingshi-demo-image"),
                "1.2",
                ContentKind.IMAGE,
                "image/png",
                "%064x".formatted(i),
                123_456,
                LABEL,
                new ScreeningRecord("output", "ALLOW", null, null, 7, "l".repeat(64)),
                START.plusMillis(i));
        return codec.encode("E-" + i, "gateway", event, START.plusMillis(i), null);
    }
}
