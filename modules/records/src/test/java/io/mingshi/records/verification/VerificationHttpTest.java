package io.mingshi.records.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.GatewayEvent.WorkDelivered;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Verification as officers and inspectors use it. Part of DSP-16.2.
@QuarkusTest
class VerificationHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    EventCodec codec;

    @Inject
    @DataSource("records")
    AgroalDataSource dataSource;

    @Test
    void anOfficerStartsItAndReadsWhatWasFoundAndTheResultIsARecord() throws SQLException {
        String event = UUID.randomUUID().toString();
        var delivered = new WorkDelivered(new AdmissionId("A-1"), new ProduceId("W-v"), Instant.now());
        Topic.of("gateway").publish("A-1", codec.encode(event, "gateway", delivered, Instant.now(), null));
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from record where event_id = '" + event + "'") == 1);
        await().atMost(PATIENCE).until(() -> {
            JsonPath result = verified("olga");
            return result.getInt("unlogged") == 0 && result.getLong("records") > 0;
        });

        update("update record set work = 'W-other' where event_id = '" + event + "'");
        JsonPath result = verified("ines");
        assertThat(result.getString("outcome")).isEqualTo("FOUND");
        assertThat(result.getList("findings.findAll { it.event == '" + event + "' }.kind"))
                .containsExactly("Edited");
        String id = result.getString("id");
        String published = Topic.of("records").await(text -> text.contains(id) && text.contains("RecordsVerified"));
        assertThat(JsonPath.from(published).getString("data.outcome")).isEqualTo("FOUND");
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from record where subject = '" + id
                                + "' and type = 'io.mingshi.records.RecordsVerified.v1'")
                        == 1);
        given().auth()
                .oauth2(Tokens.of("ines"))
                .get("/api/records/verifications")
                .then()
                .statusCode(200)
                .body("id", hasItem(id));
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'records verification' }.data.result", equalTo("FOUND"))
                .body("checks.find { it.name == 'records verification' }.data.finished", notNullValue());
        assertThat(given().get("/q/metrics").asString())
                .contains("mingshi_records_verification_findings", "mingshi_records_verification_age_seconds");
        update("update record set work = 'W-v' where event_id = '" + event + "'");
    }

    @Test
    void othersNeitherStartNorReadIt() {
        for (String person : List.of("alice", "rita", "oscar")) {
            given().auth()
                    .oauth2(Tokens.of(person))
                    .post("/api/records/verifications")
                    .then()
                    .statusCode(403);
            given().auth()
                    .oauth2(Tokens.of(person))
                    .get("/api/records/verifications")
                    .then()
                    .statusCode(403);
        }
        given().post("/api/records/verifications").then().statusCode(401);
    }

    @Test
    void oneThatDoesNotExistIsNotFound() {
        given().auth()
                .oauth2(Tokens.of("olga"))
                .get("/api/records/verifications/nothing")
                .then()
                .statusCode(404)
                .body("code", equalTo("NO_SUCH_VERIFICATION"));
    }

    /// The result of a verification that this person starts.
    private static JsonPath verified(String person) {
        String at = given().auth()
                .oauth2(Tokens.of(person))
                .post("/api/records/verifications")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(PATIENCE)
                .until(() -> !read(person, at).getString("outcome").equals("RUNNING"));
        return read(person, at);
    }

    private static JsonPath read(String person, String at) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .get(at)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private long count(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void update(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
