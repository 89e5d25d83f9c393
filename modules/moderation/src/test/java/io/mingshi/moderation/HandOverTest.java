package io.mingshi.moderation;

import static io.mingshi.moderation.LibraryClient.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.testkit.Topic;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Part of ANT-13.1: from the hand-over to the call of a contact.
@QuarkusTest
@WithTestResource(value = PlayedIdentity.class, scope = TestResourceScope.GLOBAL)
class HandOverTest {
    private static final String REVIEWS = "/api/moderation/reviews";

    @Test
    void whoMayBeInDangerComesFirstAndIsAnOfficersWhoCallsAContact() {
        String older = Gateway.held(Gateway.someone());
        listed(older);
        String person = Gateway.someone();
        String handOver = Gateway.inDanger(person);
        listed(handOver);
        List<String> queue = as("olga").get(REVIEWS).then().extract().path("review");
        assertThat(queue.indexOf(handOver)).isLessThan(queue.indexOf(older));
        as("olga")
                .get(REVIEWS)
                .then()
                .body("find { it.review == '" + handOver + "' }.urgent", equalTo(true))
                .body("find { it.review == '" + handOver + "' }.reason", equalTo("S-069"))
                .body("find { it.review == '" + handOver + "' }.work", nullValue());

        post("rita", handOver, "/claim", "").statusCode(403).body("code", equalTo("OFFICER_NEEDED"));
        contacts("olga", handOver).statusCode(409).body("code", equalTo("REVIEW_NOT_CLAIMED"));
        post("olga", handOver, "/claim", "").statusCode(200);
        contacts("rita", handOver).statusCode(403);
        decide(handOver).statusCode(409).body("code", equalTo("CONTACT_OPEN"));
        assertThat(PlayedIdentity.ASKED).noneMatch(asked -> asked.contains(person));

        contacts("olga", handOver)
                .statusCode(200)
                .body("name", equalTo(List.of("Zhang San")))
                .body("phone", equalTo(List.of("13800000000")));
        assertThat(PlayedIdentity.ASKED)
                .anyMatch(asked ->
                        asked.contains(person) && asked.contains(handOver) && asked.contains(Gateway.id("olga")));
        Topic.of("moderation")
                .await(event -> event.contains("PrivilegedRead")
                        && event.contains("emergency-contacts")
                        && event.contains(handOver));

        post("olga", handOver, "/contacts", Map.of("reached", true, "note", "the father is on the way"))
                .statusCode(200);
        decide(handOver).statusCode(200).body("state", equalTo("RELEASED"));
        as("ines")
                .get(REVIEWS + "/" + handOver + "/history")
                .then()
                .body("event.reached", hasItem(true))
                .body("event.contacts", hasItem(1))
                .body("by", hasItems(Gateway.id("olga")));
        as("olga").get(REVIEWS).then().body("review", not(hasItem(handOver)));
    }

    @Test
    void onlyAHandOverHasContacts() {
        String review = Gateway.held(Gateway.someone());
        listed(review);
        post("olga", review, "/claim", "").statusCode(200);
        contacts("olga", review).statusCode(409).body("code", equalTo("NOT_URGENT"));
        post("olga", review, "/contacts", Map.of("reached", true, "note", "x")).statusCode(409);
    }

    @Test
    void whoeverIsRefusedACompanionReadsWhyAndAppeals() {
        String admission = Gateway.refused(Gateway.id("alice"), "COMPANION_REFUSED", Instant.now());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as("alice")
                        .get("/api/moderation/statements/R-" + admission)
                        .then()
                        .statusCode(200)
                        .body("ground.policy", equalTo("MINORS_AND_COMPANIONS")));
    }

    private static void listed(String review) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as("olga").get(REVIEWS).then().body("review", hasItem(review)));
    }

    private static ValidatableResponse contacts(String by, String review) {
        return as(by).get(REVIEWS + "/" + review + "/contacts").then();
    }

    private static ValidatableResponse post(String by, String review, String what, Object body) {
        return as(by).body(body).post(REVIEWS + "/" + review + what).then();
    }

    private static ValidatableResponse decide(String review) {
        return as("olga")
                .body(Map.of(
                        "release",
                        true,
                        "policy",
                        "HUMAN_REVIEW",
                        "reason",
                        "somebody is with the person",
                        "evidence",
                        List.of("call at noon")))
                .post(REVIEWS + "/" + review + "/decision")
                .then();
    }
}
