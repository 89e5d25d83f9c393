package io.mingshi.records.gaps;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.GatewayEvent.WorkDelivered;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// Missing and repeated facts of a producer that publishes on a real topic. Part of DSP-16.2.
@QuarkusTest
class GapsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String module = "counting-" + UUID.randomUUID().toString().substring(0, 8);
    private final String source = "/mingshi/" + module;

    @Inject
    EventCodec codec;

    @Inject
    GapAlarm alarm;

    @Inject
    @DataSource("records")
    AgroalDataSource dataSource;

    @Test
    void aNumberThatIsSkippedIsToldOnceAndALateArrivalFillsIt() throws Exception {
        publish(1);
        publish(4);
        await().atMost(PATIENCE).until(() -> gaps().equals(List.of("2-3 false")));
        Instant later = Instant.now().plusSeconds(61);
        tell(later);
        tell(later);
        Topic.of("records").await(text -> text.contains("EventsMissing") && text.contains(source));
        publish(3);
        await().atMost(PATIENCE).until(() -> gaps().equals(List.of("2-2 false")));
        tell(later);
        publish(2);
        await().atMost(PATIENCE).until(() -> gaps().isEmpty());
        tell(later);
        String marker = module + "-done";
        publishTo("records", marker, 0);
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from record where admission = '" + marker + "'") == 1);
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from record where type like '%EventsMissing%' and subject = '"
                                + source + "'")
                        == 1);
        assertThat(JsonPath.from(read()).getList("reused.findAll { it.source == '" + source + "' }"))
                .isEmpty();
    }

    @Test
    void aNumberThatIsUsedAgainIsTold() throws Exception {
        publish(1);
        publish(1);
        await().atMost(PATIENCE)
                .until(() -> JsonPath.from(read())
                                .getList("reused.findAll { it.source == '" + source + "' }.number")
                                .size()
                        == 1);
        tell(Instant.now());
        String told = Topic.of("records").await(text -> text.contains("NumberReused") && text.contains(source));
        assertThat(JsonPath.from(told).getLong("data.number")).isEqualTo(1);
        assertThat(given().get("/q/metrics").asString()).contains("mingshi_records_reused_numbers");
    }

    @Test
    void onlyOfficersAndInspectorsRead() {
        given().auth()
                .oauth2(Tokens.of("alice"))
                .get("/api/records/gaps")
                .then()
                .statusCode(403);
        given().get("/api/records/gaps").then().statusCode(401);
    }

    private void tell(Instant now) {
        QuarkusTransaction.requiringNew().run(() -> alarm.tell(now));
    }

    private static String read() {
        return given().auth()
                .oauth2(Tokens.of("olga"))
                .get("/api/records/gaps")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private List<String> gaps() {
        List<Map<String, Object>> gaps =
                JsonPath.from(read()).getList("gaps.findAll { it.source == '" + source + "' }");
        return gaps.stream()
                .map(gap -> gap.get("first") + "-" + gap.get("last") + " " + gap.get("alarm"))
                .toList();
    }

    private void publish(long number) throws Exception {
        publishTo("gateway", "A-" + module, number);
    }

    private void publishTo(String topic, String admission, long number) throws Exception {
        var config = ConfigProvider.getConfig();
        var event = new WorkDelivered(new AdmissionId(admission), new ProduceId("W-" + number), Instant.now());
        String text = codec.encode(UUID.randomUUID().toString(), module, event, Instant.now(), null);
        var message = new ProducerRecord<>(
                config.getValue("mingshi.kafka.prefix", String.class) + "mingshi." + topic, admission, text);
        if (number > 0) {
            message.headers().add("mingshi-number", ("0/" + number).getBytes(StandardCharsets.US_ASCII));
        }
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", config.getValue("kafka.bootstrap.servers", String.class), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(message).get();
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
