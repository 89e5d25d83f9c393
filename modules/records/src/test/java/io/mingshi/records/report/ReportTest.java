package io.mingshi.records.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintFiled;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintResolved;
import io.mingshi.contracts.event.ConsentEvent.ConsentGranted;
import io.mingshi.contracts.event.ConsentEvent.ConsentWithdrawn;
import io.mingshi.contracts.event.Event;
import io.mingshi.contracts.event.GatewayEvent.RequestRefused;
import io.mingshi.contracts.event.GatewayEvent.WorkTakenDown;
import io.mingshi.contracts.event.RecordsEvent.EventsMissing;
import io.mingshi.contracts.event.RecordsEvent.PrivilegedRead;
import io.mingshi.contracts.event.RecordsEvent.RecordsVerified;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Reports on a day and a month from records that came over Kafka. Part of DSP-10.4.
@QuarkusTest
class ReportTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    EventCodec codec;

    @Test
    void aDayIsCountedFromItsRecordsAndAMonthHasItToo() {
        String today = LocalDate.now(CHINA).toString();
        JsonPath before = report("daily/" + today);
        tell();
        await().atMost(PATIENCE).until(() -> difference(before, report("daily/" + today), "missing.events") >= 3);
        JsonPath after = report("daily/" + today);
        assertThat(after.getBoolean("over")).isFalse();
        assertThat(difference(before, after, "generations.refused")).isEqualTo(2);
        assertThat(difference(before, after, "generations.refusedByProblem.INPUT_BLOCKED"))
                .isEqualTo(2);
        assertThat(difference(before, after, "generations.refusedByCategory.VIOLENCE"))
                .isEqualTo(1);
        assertThat(difference(before, after, "complaints.opened")).isEqualTo(3);
        assertThat(difference(before, after, "complaints.closed")).isEqualTo(1);
        assertThat(difference(before, after, "complaints.upheld")).isEqualTo(1);
        assertThat(difference(before, after, "complaints.open")).isEqualTo(2);
        assertThat(difference(before, after, "complaints.overdue")).isEqualTo(1);
        assertThat(difference(before, after, "takedowns")).isEqualTo(1);
        assertThat(difference(before, after, "consents.granted")).isEqualTo(1);
        assertThat(difference(before, after, "consents.withdrawn")).isEqualTo(1);
        assertThat(difference(before, after, "privilegedReads.REVIEWER")).isEqualTo(1);
        assertThat(after.getList("verifications.findAll { it.id == 'V-" + run + "' }.outcome"))
                .containsExactly("FOUND");
        assertThat(after.getList("records.findAll { it.type == 'io.mingshi.gateway.WorkTakenDown.v1' }.retentionClass"))
                .containsExactly("NETWORK_LOG");
        assertThat(after.getString("making.objectLock")).isIn("OFFERED", "NOT_OFFERED");
        assertThat(after.getString("making.checkpoint")).startsWith("mingshi.local/records\n");

        JsonPath month = report("monthly/" + YearMonth.now(CHINA));
        assertThat(month.getLong("complaints.opened")).isGreaterThanOrEqualTo(3);
        assertThat(month.getString("from")).endsWith("T16:00:00Z");
    }

    @Test
    void aDayThatIsOverIsTheSameWheneverItIsTold() {
        String yesterday = LocalDate.now(CHINA).minusDays(1).toString();
        JsonPath once = report("daily/" + yesterday);
        JsonPath again = report("daily/" + yesterday);
        assertThat(once.getBoolean("over")).isTrue();
        for (String part : List.of("records", "generations", "complaints", "privilegedReads", "from", "to")) {
            assertThat(again.<Object>get(part)).isEqualTo(once.get(part));
        }
    }

    @Test
    void aTableForSpreadsheetsSaysTheSame() {
        String today = LocalDate.now(CHINA).toString();
        String table = given().auth()
                .oauth2(Tokens.of("ines"))
                .accept("text/csv")
                .get("/api/records/reports/daily/" + today)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(table)
                .startsWith("part,name,value\r\nreport,period," + today + "\r\n")
                .contains("complaints,overdue,", "making,checkpoint,\"mingshi.local/records\n");
    }

    @Test
    void aPeriodThatIsNoneOrHasNotBegunIsRefused() {
        for (String path : List.of("daily/2026-13-01", "monthly/november", "daily/2999-01-01", "monthly/2999-01")) {
            given().auth()
                    .oauth2(Tokens.of("olga"))
                    .get("/api/records/reports/" + path)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("REPORT_PERIOD_INVALID"));
        }
    }

    @Test
    void onlyOfficersAndInspectorsRead() {
        given().auth()
                .oauth2(Tokens.of("alice"))
                .get("/api/records/reports/daily/2026-11-24")
                .then()
                .statusCode(403);
        given().get("/api/records/reports/daily/2026-11-24").then().statusCode(401);
    }

    private void tell() {
        Instant now = Instant.now();
        var work = new ProduceId("W-" + run);
        publish("gateway", refused("VIOLENCE"));
        publish("gateway", refused(null));
        publish("gateway", new WorkTakenDown(new AdmissionId("A-" + run), work, "T-1", now));
        publish("complaints", new ComplaintFiled("T-1" + run, work, "", now, now.plusSeconds(90_000_000)));
        publish("complaints", new ComplaintFiled("T-2" + run, work, "", now, now.minusSeconds(60)));
        publish("complaints", new ComplaintFiled("T-3" + run, work, "", now, now.minusSeconds(60)));
        publish("complaints", new ComplaintResolved("T-3" + run, work, true, true, new PersonId("olga"), now));
        publish("consent", new ConsentGranted(new ConsentId("C-" + run), person("a"), person("b"), "aa", now, null));
        publish(
                "consent",
                new ConsentWithdrawn(new ConsentId("C-" + run), person("a"), person("b"), now, Set.of(), Set.of()));
        publish("records", new PrivilegedRead("moderation", "queue", "*", person("rita"), "REVIEWER", now));
        publish("records", new RecordsVerified("V-" + run, "FOUND", 5, 5, 1, List.of("one"), now, now));
        publish("records", new EventsMissing("/mingshi/other-" + run, 0, 4, 6, now));
    }

    private RequestRefused refused(@Nullable String category) {
        return new RequestRefused(
                new AdmissionId("A-" + UUID.randomUUID()),
                person("a"),
                new ModelId("mingshi-demo-text"),
                "INPUT_BLOCKED",
                "blocked",
                new ScreeningRecord("input", "BLOCK", "rule", category, 7, "library"),
                "bb",
                Instant.now());
    }

    private static PersonId person(String name) {
        return new PersonId(name);
    }

    private void publish(String module, Event event) {
        Topic.of(module)
                .publish(
                        event.subject(),
                        codec.encode(UUID.randomUUID().toString(), module, event, Instant.now(), null));
    }

    private static long difference(JsonPath before, JsonPath after, String path) {
        return number(after, path) - number(before, path);
    }

    private static long number(JsonPath report, String path) {
        Number number = report.get(path);
        return number == null ? 0 : number.longValue();
    }

    private static JsonPath report(String path) {
        return given().auth()
                .oauth2(Tokens.of("ines"))
                .accept("application/json")
                .get("/api/records/reports/" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
