package io.mingshi.governance;

import static io.mingshi.governance.GovernanceClient.REVIEWS;
import static io.mingshi.governance.GovernanceClient.aRegistration;
import static io.mingshi.governance.GovernanceClient.admission;
import static io.mingshi.governance.GovernanceClient.approved;
import static io.mingshi.governance.GovernanceClient.as;
import static io.mingshi.governance.GovernanceClient.decide;
import static io.mingshi.governance.GovernanceClient.promote;
import static io.mingshi.governance.GovernanceClient.review;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.testkit.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Oscar reviews, olga approves; only then does a version go live, and only for the interval.
@QuarkusTest
class ReviewsTest {
    @Inject
    ShiftedClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.putForward(Duration.ZERO);
    }

    @Test
    @Requirement("DSP-15.1")
    void aVersionGoesLiveOnlyWithARecentReviewThatAnotherApproved() {
        Map<String, Object> registration = aRegistration("CHAT");
        missing("reviewed", registration);
        String id = review("oscar", "reviewed", "2.1", daysAgo(365));
        missing("reviewed", registration);
        decide("olga", id, true).statusCode(200).body("decision.approved", equalTo(true));
        promote("reviewed", registration).statusCode(200);
        admission("reviewed", "CHAT").body("admitted", equalTo(true));

        registration.put("version", "2.2");
        approved("reviewed", "2.2", daysAgo(366));
        missing("reviewed", registration);
        admission("reviewed", "CHAT").body("version", equalTo("2.1"));
        approved("reviewed", "2.2", daysAgo(0));
        promote("reviewed", registration).statusCode(200);
        admission("reviewed", "CHAT").body("version", equalTo("2.2"));
    }

    @Test
    @Requirement("DSP-15.1")
    void theRecordHoldsFindingsAndAnApproverWhoIsNotTheReviewer() {
        String id = review("olga", "looked-at", "1", daysAgo(3));
        decide("olga", id, true).statusCode(403).body("code", equalTo("SAME_REVIEWER"));
        decide("oscar", id, true).statusCode(403).body("code", equalTo("ROLE_MISSING"));
        decide("otto", id, true).statusCode(200);
        decide("otto", id, false).statusCode(409).body("code", equalTo("REVIEW_DECIDED"));
        String one = "find { it.id == '" + id + "' }.";
        as("ines")
                .get(REVIEWS)
                .then()
                .statusCode(200)
                .body(one + "findings", equalTo("mechanism and data are sound"))
                .body(one + "reviewedOn", equalTo(daysAgo(3)))
                .body(one + "decision.reason", equalTo("the findings were read"));
        as("alice").get(REVIEWS).then().statusCode(403);
    }

    @Test
    void whatWasRefusedOrIsOfAnotherVersionOrModelCountsForNothing() {
        Map<String, Object> registration = aRegistration("CHAT");
        decide("olga", review("oscar", "refused", "2.1", daysAgo(0)), false).statusCode(200);
        approved("refused", "2.1", daysAgo(1));
        approved("refused", "2.0", daysAgo(0));
        approved("another", "2.1", daysAgo(0));
        missing("refused", registration);
        admission("refused", "CHAT").body("admitted", equalTo(false));
    }

    @Test
    void aReviewThatLapsedLetsNoVersionGoLiveAgain() {
        approved("lapsing", "2.1", daysAgo(0));
        clock.putForward(Duration.ofDays(366));
        Map<String, Object> registration = aRegistration("CHAT");
        registration.put("assessedOn", LocalDate.now(clock).toString());
        missing("lapsing", registration);
    }

    @Test
    void aReviewIsWholeAndOfADayThatHasCome() {
        for (String missing : new String[] {"model", "version", "reviewedOn", "findings"}) {
            Map<String, Object> body =
                    new TreeMap<>(Map.of("model", "x", "version", "1", "reviewedOn", daysAgo(0), "findings", "none"));
            body.remove(missing);
            as("oscar").body(body).post(REVIEWS).then().statusCode(400);
        }
        as("oscar")
                .body(Map.of("model", "x", "version", "1", "reviewedOn", daysAgo(-1), "findings", "none"))
                .post(REVIEWS)
                .then()
                .statusCode(400)
                .body("code", equalTo("REVIEW_INCOMPLETE"));
        decide("olga", "nothing", true).statusCode(404).body("code", equalTo("NO_SUCH_MODEL_REVIEW"));
        as("rita").body("{}").post(REVIEWS).then().statusCode(403);
    }

    private static void missing(String model, Map<String, Object> registration) {
        promote(model, registration).statusCode(409).body("code", equalTo("REVIEW_MISSING"));
    }

    private String daysAgo(int days) {
        return LocalDate.now(clock).minusDays(days).toString();
    }
}
