package io.mingshi.records;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonReadTest {
    private static final String REQUESTS = "/api/records/person-reads";

    @Inject
    EventCodec codec;

    @Inject
    @DataSource("records")
    AgroalDataSource dataSource;

    @Test
    void aPersonsRecordsAreReadAfterAnotherOfficerApproved() {
        var story = new GoldenStory(codec);
        story.verification();
        story.consent();
        story.admission();
        String request = requested(story);
        decide("otto", request, Map.of("approved", true, "hours", 2))
                .statusCode(200)
                .body("state", equalTo("APPROVED"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> read("olga", request)
                        .statusCode(200)
                        .body(
                                "found.link.type",
                                hasItems(
                                        "io.mingshi.identity.PersonVerified.v1",
                                        "io.mingshi.consent.ConsentRequested.v1",
                                        "io.mingshi.consent.ConsentGranted.v1",
                                        "io.mingshi.gateway.RequestAdmitted.v1",
                                        "io.mingshi.records.PersonReadRequested.v1",
                                        "io.mingshi.records.PersonReadDecided.v1"))
                        .body("found.consent", hasItem(story.consent.value()))
                        .body("next", nullValue()));
        read("otto", request).statusCode(403).body("code", equalTo("PERSON_READ_NOT_ALLOWED"));
    }

    @Test
    void eachStepIsARecord() {
        var story = new GoldenStory(codec);
        String request = requested(story);
        decide("otto", request, Map.of("approved", true)).statusCode(200);
        read("olga", request).statusCode(200);
        JsonPath asked = JsonPath.from(
                Topic.of("records").await(text -> text.contains(request) && text.contains("PersonReadRequested")));
        assertThat(asked.getString("data.caseReference")).isEqualTo("2026-17");
        assertThat(asked.getString("data.reason")).isEqualTo("a court order");
        JsonPath decided = JsonPath.from(
                Topic.of("records").await(text -> text.contains(request) && text.contains("PersonReadDecided")));
        assertThat(decided.getString("data.decider")).isNotEqualTo(asked.getString("data.requester"));
        assertThat(Duration.between(
                        Instant.parse(decided.getString("data.decidedAt")),
                        Instant.parse(decided.getString("data.until"))))
                .isEqualTo(Duration.ofHours(24));
        Topic.of("records").await(text -> text.contains("by-person") && text.contains(story.alice.value()));
    }

    @Test
    void nobodyReadsBeforeTheDecisionNorDecidesAlone() {
        String request = requested(new GoldenStory(codec));
        read("olga", request).statusCode(403).body("code", equalTo("PERSON_READ_NOT_ALLOWED"));
        decide("olga", request, Map.of("approved", true)).statusCode(403).body("code", equalTo("SECOND_PERSON_NEEDED"));
        decide("ines", request, Map.of("approved", true)).statusCode(403);
        read("olga", request).statusCode(403);
    }

    @Test
    void aRefusalIsFinal() {
        String request = requested(new GoldenStory(codec));
        decide("otto", request, Map.of("approved", false)).body("state", equalTo("REFUSED"));
        read("olga", request).statusCode(403);
        decide("otto", request, Map.of("approved", true)).statusCode(409).body("code", equalTo("PERSON_READ_DECIDED"));
    }

    @Test
    void anApprovalEnds() throws SQLException {
        String request = requested(new GoldenStory(codec));
        decide("otto", request, Map.of("approved", true, "hours", 1000)).statusCode(200);
        read("olga", request).statusCode(200);
        update("update person_read set valid_until = now() - interval '1 second' where request = '" + request + "'");
        read("olga", request).statusCode(403).body("code", equalTo("PERSON_READ_NOT_ALLOWED"));
    }

    @Test
    void aRequestThatNobodyDecidedLapses() throws SQLException {
        String request = requested(new GoldenStory(codec));
        update("update person_read set requested_at = now() - interval '8 days' where request = '" + request + "'");
        decide("otto", request, Map.of("approved", true)).statusCode(404).body("code", equalTo("NO_SUCH_PERSON_READ"));
    }

    @Test
    void theRequestsAreListedForThoseWhoDecide() {
        String request = requested(new GoldenStory(codec));
        as("otto").get(REQUESTS).then().statusCode(200).body("request", hasItem(request));
        as("alice").get(REQUESTS).then().statusCode(403);
    }

    @Test
    void aRequestNamesPersonCaseAndReason() {
        for (Map<String, String> incomplete : List.of(
                Map.<String, String>of(),
                Map.of("person", "p-1", "case", "2026-17"),
                Map.of("person", "p-1", "case", " ", "reason", "r"),
                Map.of("person", "p-1", "case", "c", "reason", "r".repeat(1001)))) {
            as("olga").body(incomplete).post(REQUESTS).then().statusCode(400);
        }
        as("alice")
                .body(Map.of("person", "p-1", "case", "c", "reason", "r"))
                .post(REQUESTS)
                .then()
                .statusCode(403);
    }

    private static String requested(GoldenStory story) {
        return as("olga")
                .body(Map.of("person", story.alice.value(), "case", "2026-17", "reason", "a court order"))
                .post(REQUESTS)
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .extract()
                .path("request");
    }

    private static ValidatableResponse decide(String person, String request, Map<String, Object> decision) {
        return as(person)
                .body(decision)
                .post(REQUESTS + "/" + request + "/decision")
                .then();
    }

    private static ValidatableResponse read(String person, String request) {
        return as(person).get(REQUESTS + "/" + request + "/records").then();
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.of(person)).contentType(ContentType.JSON);
    }

    private void update(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
