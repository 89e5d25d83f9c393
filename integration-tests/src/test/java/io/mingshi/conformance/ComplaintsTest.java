package io.mingshi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.mingshi.testkit.Requirement;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Anybody complains, and the complaint ends with a result.
class ComplaintsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    @Requirement("CSL-51.1")
    void aStrangerFindsTheChannelAndComplainsAtAnyHour() {
        process().body("steps", not(empty())).body("channels", not(empty()));

        JsonPath receipt = complaint(Work.image());

        assertThat(receipt.getString("ticket")).isNotEmpty();
        assertThat(receipt.getString("secret")).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    @Requirement("DSP-12.2")
    void thePublishedLimitIsTheOneThatTheClockUses() {
        int published = process().extract().jsonPath().getInt("limits.find { it.matter == 'GENERAL' }.workingDays");

        JsonPath receipt = complaint(Work.image());

        assertThat(receipt.getInt("limitWorkingDays")).isEqualTo(published);
        LocalDate due = Instant.parse(receipt.getString("due")).atZone(SHANGHAI).toLocalDate();
        assertThat(due).isAfterOrEqualTo(weekdaysAfter(LocalDate.now(SHANGHAI), published));
    }

    @Test
    void aTicketClosesOnlyWithAResultThatTheComplainantReads() {
        JsonPath receipt = complaint(Work.image());
        String ticket = receipt.getString("ticket");
        resolve(ticket, "", false).statusCode(400);
        own(receipt).body("state", equalTo("OPEN")).body("result", equalTo(null));

        resolve(ticket, "We looked at it: nothing is wrong.", false).statusCode(200);

        own(receipt).body("state", equalTo("RESOLVED")).body("result", equalTo("We looked at it: nothing is wrong."));
        resolve(ticket, "once more", false).statusCode(409);
    }

    @Test
    void aPublishedWorkIsTakenDownWhenTheComplaintIsRight() {
        Work work = Work.image();
        Provider.stranger().get("/works/" + work.id()).then().statusCode(404);
        Provider.person("alice")
                .post("/api/gateway/works/" + work.id() + "/publication")
                .then()
                .statusCode(200);
        Provider.stranger().get("/works/" + work.id()).then().statusCode(200);

        JsonPath receipt = complaint(work);
        assertThat(receipt.getString("work")).isEqualTo(work.id());
        resolve(receipt.getString("ticket"), "It shows what it should not.", true)
                .statusCode(200);

        await().atMost(SOON)
                .untilAsserted(() ->
                        Provider.stranger().get("/works/" + work.id()).then().statusCode(451));
        Provider.person("alice")
                .post("/api/gateway/works/" + work.id() + "/publication")
                .then()
                .statusCode(451);
    }

    @Test
    void onlyAnOfficerSeesTheQueue() {
        String ticket = complaint(Work.image()).getString("ticket");

        Provider.person("alice").get("/api/complaints/queue").then().statusCode(403);
        Provider.stranger().get("/api/complaints/queue").then().statusCode(401);
        Provider.person("olga")
                .get("/api/complaints/queue")
                .then()
                .statusCode(200)
                .body("tickets.ticket.ticket", hasItem(ticket));
    }

    private static ValidatableResponse process() {
        return Provider.stranger().get("/api/complaints/process").then().statusCode(200);
    }

    private static JsonPath complaint(Work work) {
        return Provider.stranger()
                .multiPart("file", "found.png", work.content(), "image/png")
                .multiPart("reason", "conformance suite")
                .post("/api/complaints/tickets")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse own(JsonPath receipt) {
        return Provider.stranger()
                .get("/api/complaints/tickets/" + receipt.getString("secret"))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse resolve(String ticket, String result, boolean takedown) {
        return Provider.person("olga")
                .contentType(ContentType.JSON)
                .body(Map.of("result", result, "upheld", takedown, "takedown", takedown))
                .post("/api/complaints/queue/" + ticket + "/resolution")
                .then();
    }

    /// The earliest day that a limit in working days can end on; holidays only make it later.
    private static LocalDate weekdaysAfter(LocalDate day, int count) {
        LocalDate at = day;
        int left = count;
        while (left > 0) {
            at = at.plusDays(1);
            if (at.getDayOfWeek() != DayOfWeek.SATURDAY && at.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return at;
    }
}
