package io.mingshi.moderation;

import static io.mingshi.moderation.LibraryClient.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.mingshi.testkit.Requirement;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IncidentTest {
    private static final String INCIDENTS = "/api/moderation/incidents";

    @Inject
    @DataSource("moderation")
    AgroalDataSource database;

    @Test
    @Requirement("INC-1")
    void aGraveIncidentIsReportedWithinItsHoursAndSummarizedWithinThirtyDays() throws SQLException {
        Instant noticed = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
        enter("MAJOR", true, noticed)
                .statusCode(201)
                .body("reportDue", equalTo(noticed.plusSeconds(3_600).toString()));
        var incident = enter("RELATIVELY_MAJOR", false, noticed)
                .statusCode(201)
                .body("reportDue", equalTo(noticed.plusSeconds(4 * 3_600).toString()))
                .body("summaryDue", nullValue())
                .extract()
                .jsonPath();
        String number = incident.getString("incident");
        awaitReceipt(incident.getString("report"), noticed.plusSeconds(4 * 3_600));
        as("oscar")
                .body(Map.of("summary", "too early"))
                .post(INCIDENTS + "/" + number + "/summary")
                .then()
                .statusCode(409);

        String handled = as("oscar")
                .post(INCIDENTS + "/" + number + "/handling")
                .then()
                .statusCode(200)
                .body("summaryDue", notNullValue())
                .extract()
                .path("handledAt");
        Instant due = Instant.parse(handled).plus(30, ChronoUnit.DAYS);
        overdue(number, false);
        handledDaysAgo(number, 31);
        overdue(number, true);
        handledDaysAgo(number, 0);
        String summary = as("olga")
                .body(Map.of("summary", "what it was, and what was done"))
                .post(INCIDENTS + "/" + number + "/summary")
                .then()
                .statusCode(200)
                .extract()
                .path("summaryReport");
        awaitReceipt(summary, due);
        as("olga")
                .body(Map.of("summary", "twice"))
                .post(INCIDENTS + "/" + number + "/summary")
                .then()
                .statusCode(409);
    }

    @Test
    void aLightOneIsKeptAndNotReported() {
        String number = enter("GENERAL", false, Instant.now().minusSeconds(5))
                .statusCode(201)
                .body("report", nullValue())
                .body("reportDue", nullValue())
                .extract()
                .path("incident");
        as("olga")
                .post(INCIDENTS + "/" + number + "/handling")
                .then()
                .statusCode(200)
                .body("summaryDue", nullValue());
        as("olga")
                .post(INCIDENTS + "/" + number + "/handling")
                .then()
                .statusCode(409)
                .body("code", equalTo("INCIDENT_STATE"));
    }

    @Test
    void anIncidentNeedsAClassAndATimeAndIsEnteredByStaff() {
        enter("TERRIBLE", false, Instant.now().minusSeconds(5)).statusCode(400);
        enter("MAJOR", false, Instant.now().plusSeconds(600)).statusCode(400);
        as("rita").body(Map.of()).post(INCIDENTS).then().statusCode(403);
        as("olga").post(INCIDENTS + "/none/handling").then().statusCode(404).body("code", equalTo("NO_SUCH_INCIDENT"));
        as("ines").get(INCIDENTS).then().statusCode(200);
    }

    private static ValidatableResponse enter(String level, boolean critical, Instant noticedAt) {
        return as("oscar")
                .body(new HashMap<>(Map.of(
                        "level",
                        level,
                        "critical",
                        critical,
                        "facts",
                        "a key was stolen",
                        "noticedAt",
                        noticedAt.toString())))
                .post(INCIDENTS)
                .then();
    }

    /// The clock runs from what the database has, so that a test need not wait for a month.
    private void handledDaysAgo(String number, int days) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update incident set handled_at = now() - make_interval(days => ?) where number = ?")) {
            statement.setInt(1, days);
            statement.setString(2, number);
            statement.executeUpdate();
        }
    }

    private static void overdue(String number, boolean overdue) {
        as("ines")
                .get(INCIDENTS)
                .then()
                .body("find { it.incident == '" + number + "' }.summaryOverdue", equalTo(overdue));
    }

    private static void awaitReceipt(String report, Instant due) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Map<String, Object> found =
                    as("ines").get("/api/moderation/reports").path("reports.find { it.report == '" + report + "' }");
            assertThat(found).containsEntry("state", "RECEIPTED").containsEntry("policy", "INCIDENT");
            assertThat(Instant.parse(String.valueOf(found.get("due")))).isCloseTo(due, within(1, ChronoUnit.MINUTES));
        });
    }
}
