package io.mingshi.governance;

import static io.mingshi.governance.GovernanceClient.aRegistration;
import static io.mingshi.governance.GovernanceClient.admission;
import static io.mingshi.governance.GovernanceClient.as;
import static io.mingshi.governance.GovernanceClient.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Results that leave without a verdict on themselves, by an officer's decision.
@QuarkusTest
class WaiversTest {
    private static final String WAIVERS = "/api/governance/waivers";

    @Inject
    ShiftedClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.putForward(Duration.ZERO);
    }

    @Test
    void aWaiverStandsInTheAnswerUntilItEnds() {
        register("waived-image", aRegistration("IMAGE_GENERATION")).statusCode(200);
        admission("waived-image", "IMAGE_GENERATION").body("waivers", empty());

        var registered = waive("olga", aWaiver("waived-image"));
        registered.then().statusCode(201).body("kind", equalTo("IMAGE"));
        String id = registered.path("id");

        admission("waived-image", "IMAGE_GENERATION")
                .body("admitted", equalTo(true))
                .body("waivers.id", hasItem(id))
                .body("waivers.kind", hasItem("IMAGE"));
        as("rita").get(WAIVERS).then().statusCode(200).body("id", hasItem(id));
        assertThat(Topic.of("governance").await(event -> event.contains("WaiverRegistered") && event.contains(id)))
                .contains("waived-image", "IMAGE", "abstract shapes");

        as("olga").delete(WAIVERS + "/" + id).then().statusCode(204);
        admission("waived-image", "IMAGE_GENERATION").body("waivers.id", not(hasItem(id)));
        Topic.of("governance").await(event -> event.contains("WaiverEnded") && event.contains(id));
        as("olga").delete(WAIVERS + "/" + id).then().statusCode(404).body("code", equalTo("NO_SUCH_WAIVER"));
    }

    @Test
    void aWaiverEndsByItself() {
        register("soon-image", aRegistration("IMAGE_GENERATION")).statusCode(200);
        waive("olga", aWaiver("soon-image")).then().statusCode(201);
        clock.putForward(Duration.ofDays(31));
        admission("soon-image", "IMAGE_GENERATION").body("waivers", empty());
    }

    @Test
    void onlyAnOfficerWaives() {
        for (String other : new String[] {"alice", "rita", "oscar", "ines"}) {
            waive(other, aWaiver("any")).then().statusCode(403);
        }
    }

    @Test
    void aWaiverNeedsAReasonAnEndAndAKind() {
        refused("reason", "");
        refused("until", "");
        refused("until", "tomorrow");
        refused("until", Instant.now().plus(Duration.ofDays(400)).toString());
        refused("until", Instant.now().minusSeconds(1).toString());
        refused("kind", "TEXT");
        refused("kind", "SMELL");
    }

    @Test
    void theDemonstrationModelsAreWaived() {
        admission("mingshi-demo-image", "IMAGE_GENERATION").body("waivers.kind", hasItem("IMAGE"));
        admission("mingshi-demo-edit", "IMAGE_EDIT").body("waivers.kind", hasItem("IMAGE"));
        admission("mingshi-demo-speech", "SPEECH").body("waivers.kind", hasItem("AUDIO"));
        admission("mingshi-demo-chat", "CHAT").body("waivers", empty());
    }

    private static void refused(String field, String value) {
        Map<String, Object> waiver = aWaiver("any");
        waiver.put(field, value);
        waive("olga", waiver).then().statusCode(400).body("code", equalTo("WAIVER_INCOMPLETE"));
    }

    private static Map<String, Object> aWaiver(String model) {
        return new HashMap<>(Map.of(
                "model",
                model,
                "kind",
                "IMAGE",
                "reason",
                "abstract shapes only",
                "until",
                Instant.now().plus(Duration.ofDays(30)).toString()));
    }

    private static Response waive(String officer, Map<String, Object> waiver) {
        return as(officer).body(waiver).post(WAIVERS);
    }
}
