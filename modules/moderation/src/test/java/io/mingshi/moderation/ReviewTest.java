package io.mingshi.moderation;

import static io.mingshi.moderation.LibraryClient.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ComplaintEvent.AppealDecided;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewTest {
    private static final String REVIEWS = "/api/moderation/reviews";

    @Inject
    @DataSource("moderation")
    AgroalDataSource database;

    @Test
    void whatIsHeldIsClaimedDecidedAndTold() {
        String review = held(Gateway.someone());
        decide("rita", review, true).statusCode(409).body("code", equalTo("REVIEW_NOT_CLAIMED"));
        claim("rita", review).statusCode(200).body("state", equalTo("CLAIMED"));
        claim("ron", review).statusCode(409).body("code", equalTo("REVIEW_CLAIMED"));
        decide("ron", review, true).statusCode(409);
        decide("rita", review, true).statusCode(200).body("state", equalTo("RELEASED"));
        claim("ron", review).statusCode(409).body("code", equalTo("REVIEW_OVER"));
        as("rita").get(REVIEWS).then().body("review", not(hasItem(review)));
        String told = Topic.of("moderation").await(event -> event.contains("ReviewDecided") && event.contains(review));
        assertThat(JsonPath.from(told).getBoolean("data.released")).isTrue();
    }

    @Test
    void whatIsWithheldIsExplainedToItsOwner() {
        String review = held(Gateway.id("alice"));
        statement("alice", "H-" + review)
                .body("restriction", equalTo("HOLD"))
                .body("ground.policy", equalTo("HUMAN_REVIEW"))
                .body("automated", equalTo(true));
        claim("rita", review).statusCode(200);
        decide("rita", review, false).statusCode(200).body("state", equalTo("WITHHELD"));
        statement("alice", "W-" + review)
                .body("facts", equalTo("shows what is prohibited"))
                .body("ground.policy", equalTo("PROHIBITED_CONTENT"))
                .body("automated", equalTo(false));
        as("bob").get("/api/moderation/statements/W-" + review).then().statusCode(404);
    }

    @Test
    void anUpheldAppealReleasesWhatWasHeldOrWithheld() {
        String person = Gateway.someone();
        String withheld = held(person);
        claim("rita", withheld).statusCode(200);
        decide("rita", withheld, false).statusCode(200);
        String waiting = held(person);
        for (String statement : List.of("W-" + withheld, "H-" + waiting)) {
            Gateway.tell(new AppealDecided(
                    "T-" + statement,
                    statement,
                    new PersonId(person),
                    true,
                    new PersonId("another-officer"),
                    Instant.now()));
            String review = statement.substring(2);
            String told = Topic.of("moderation")
                    .await(event -> event.contains("ReviewDecided")
                            && event.contains(review)
                            && event.contains("T-" + statement));
            assertThat(JsonPath.from(told).getBoolean("data.released")).isTrue();
            claim("ron", review).statusCode(409).body("code", equalTo("REVIEW_OVER"));
        }
    }

    @Test
    void nobodyReviewsAnOwnItem() {
        String review = held(Gateway.id("rita"));
        claim("rita", review).statusCode(403).body("code", equalTo("OWN_ITEM"));
        claim("ron", review).statusCode(200);
    }

    @Test
    void whatWasEscalatedIsAnOfficers() {
        String review = held(Gateway.someone());
        claim("rita", review).statusCode(200);
        as("rita")
                .body(Map.of("reason", "may be a crime"))
                .post(REVIEWS + "/" + review + "/escalation")
                .then()
                .statusCode(200)
                .body("escalated", equalTo(true))
                .body("claimedBy", nullValue());
        claim("ron", review).statusCode(403).body("code", equalTo("OFFICER_NEEDED"));
        claim("olga", review).statusCode(200);
        decide("olga", review, false).statusCode(200);
    }

    @Test
    void anItemThatIsGivenBackIsFree() {
        String review = held(Gateway.someone());
        claim("rita", review).statusCode(200);
        as("rita").delete(REVIEWS + "/" + review + "/claim").then().statusCode(200);
        claim("ron", review).statusCode(200);
    }

    @Test
    void ofTwoWhoClaimAtOnceOneGetsIt() throws Exception {
        String review = held(Gateway.someone());
        Callable<Integer> rita = () -> claim("rita", review).extract().statusCode();
        Callable<Integer> ron = () -> claim("ron", review).extract().statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var codes = threads.invokeAll(List.of(rita, ron)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(codes).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void veilsAreUpUntilTheyAreAskedAwayWhichIsKept() {
        String review = held(Gateway.someone());
        as("rita").get(REVIEWS + "/" + review + "/preview").then().statusCode(409);
        claim("rita", review).statusCode(200);
        preview(review)
                .body("blur", equalTo(true))
                .body("greyscale", equalTo(true))
                .body("muted", equalTo(true));
        as("rita")
                .body(Map.of("veil", "BLUR"))
                .post(REVIEWS + "/" + review + "/unveilings")
                .then()
                .statusCode(200)
                .body("blur", equalTo(false))
                .body("greyscale", equalTo(true));
        as("ines")
                .get(REVIEWS + "/" + review + "/history")
                .then()
                .statusCode(200)
                .body("event.veil", hasItem("BLUR"))
                .body("by", hasItem(Gateway.id("rita")));
        claim("rita", review).statusCode(200);
        preview(review).body("blur", equalTo(true));
    }

    @Test
    void theDatabaseRefusesToChangeTheHistory() throws SQLException {
        String review = held(Gateway.someone());
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String change : List.of(
                    "update review_event set by = 'x' where review = '" + review + "'",
                    "delete from review_event where review = '" + review + "'",
                    "truncate review_event")) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("only added to");
            }
        }
    }

    @Test
    void aLeaseEndsByItself() throws SQLException {
        String review = held(Gateway.someone());
        claim("rita", review).statusCode(200);
        insertClaim(review, "somebody", "2026-01-01T00:00:00Z");
        claim("ron", review).statusCode(200);
        decide("rita", review, true).statusCode(409).body("code", equalTo("REVIEW_NOT_CLAIMED"));
    }

    @Test
    void theQueueIsForStaffAndEachLookIsRecorded() {
        as("alice").get(REVIEWS).then().statusCode(403);
        claim("alice", "any").statusCode(403);
        claim("ines", "any").statusCode(403);
        claim("rita", "no-such").statusCode(404).body("code", equalTo("NO_SUCH_REVIEW"));
        as("ines").get(REVIEWS).then().statusCode(200);
        Topic.of("moderation").await(event -> event.contains("PrivilegedRead") && event.contains("review-queue"));
    }

    /// A claim whose time is over, as the clock leaves it behind.
    private void insertClaim(String review, String by, String until) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("insert into review_event"
                        + " select ?, max(step) + 1, 'CLAIMED', ?, ?, now() from review_event where review = ?")) {
            statement.setString(1, review);
            statement.setString(2, "{\"until\":\"" + until + "\"}");
            statement.setString(3, by);
            statement.setString(4, review);
            statement.executeUpdate();
        }
    }

    private static String held(String person) {
        String review = Gateway.held(person);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as("rita").get(REVIEWS).then().body("review", hasItem(review)));
        return review;
    }

    private static ValidatableResponse claim(String by, String review) {
        return as(by).post(REVIEWS + "/" + review + "/claim").then();
    }

    private static ValidatableResponse preview(String review) {
        return as("rita").get(REVIEWS + "/" + review + "/preview").then().statusCode(200);
    }

    private static ValidatableResponse statement(String person, String number) {
        return as(person).get("/api/moderation/statements/" + number).then().statusCode(200);
    }

    private static ValidatableResponse decide(String by, String review, boolean release) {
        return as(by).body(Map.of(
                        "release",
                        release,
                        "policy",
                        "PROHIBITED_CONTENT",
                        "reason",
                        "shows what is prohibited",
                        "evidence",
                        List.of("seen whole")))
                .post(REVIEWS + "/" + review + "/decision")
                .then();
    }
}
