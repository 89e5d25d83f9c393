package io.mingshi.governance;

import static io.mingshi.governance.GovernanceClient.PAUSES;
import static io.mingshi.governance.GovernanceClient.aRegistration;
import static io.mingshi.governance.GovernanceClient.admission;
import static io.mingshi.governance.GovernanceClient.as;
import static io.mingshi.governance.GovernanceClient.register;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.contracts.governance.Pauses;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class PausesTest {
    @Inject
    Pauses pauses;

    @ParameterizedTest
    @EnumSource(PauseScope.class)
    @Requirement("DSP-21.2")
    void aPauseActsFromItsAnswerOnUntilItIsEnded(PauseScope scope) {
        assertThat(pauses.paused(scope)).isFalse();
        pause(scope);
        assertThat(pauses.paused(scope)).isTrue();
        given().get(PAUSES).then().statusCode(200).body("scope", hasItem(scope.name()));

        as("oscar").delete(PAUSES + "/" + scope).then().statusCode(204);
        assertThat(pauses.paused(scope)).isFalse();
        given().get(PAUSES).then().body("scope", not(hasItem(scope.name())));
        as("oscar").delete(PAUSES + "/" + scope).then().statusCode(404).body("code", equalTo("NOT_PAUSED"));
    }

    @Test
    @Requirement("DSP-21.2")
    void whileGenerationIsPausedNoModelIsAdmitted() {
        register("steady", aRegistration("CHAT")).statusCode(200);
        pause(PauseScope.GENERATION);
        admission("steady", "CHAT")
                .body("admitted", equalTo(false))
                .body("reason", equalTo("generation is paused by order"));
        as("oscar").delete(PAUSES + "/GENERATION").then().statusCode(204);
        admission("steady", "CHAT").body("admitted", equalTo(true));
    }

    @Test
    void beginAndEndOfAPauseAreToldToTheOtherModules() {
        pause(PauseScope.PUBLICATION);
        as("oscar").delete(PAUSES + "/PUBLICATION").then().statusCode(204);
        Topic.of("governance")
                .await(e -> e.contains("ServicePaused") && e.contains("order 17") && e.contains("PUBLICATION"));
        Topic.of("governance").await(e -> e.contains("ServiceResumed") && e.contains("PUBLICATION"));
    }

    @Test
    void aPauseNeedsAReasonAPartAndAnOperator() {
        as("oscar")
                .body("{}")
                .put(PAUSES + "/GENERATION")
                .then()
                .statusCode(400)
                .body("code", equalTo("REASON_MISSING"));
        as("oscar")
                .body(Map.of("reason", " "))
                .put(PAUSES + "/GENERATION")
                .then()
                .statusCode(400);
        as("oscar")
                .body(Map.of("reason", "x"))
                .put(PAUSES + "/EVERYTHING")
                .then()
                .statusCode(404);
        as("olga")
                .body(Map.of("reason", "x"))
                .put(PAUSES + "/GENERATION")
                .then()
                .statusCode(403);
        given().delete(PAUSES + "/GENERATION").then().statusCode(401);
        assertThat(pauses.paused(PauseScope.GENERATION)).isFalse();
    }

    private static void pause(PauseScope scope) {
        as("oscar")
                .body(Map.of("reason", "order 17"))
                .put(PAUSES + "/" + scope)
                .then()
                .statusCode(200)
                .body("reason", equalTo("order 17"));
    }
}
