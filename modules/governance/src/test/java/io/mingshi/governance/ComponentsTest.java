package io.mingshi.governance;

import static io.mingshi.governance.GovernanceClient.aRegistration;
import static io.mingshi.governance.GovernanceClient.as;
import static io.mingshi.governance.GovernanceClient.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Templates, and what technical supporters supply, under the same rule as models.
@QuarkusTest
class ComponentsTest {
    private static final String COMPONENTS = "/api/governance/components";

    @Inject
    ShiftedClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.putForward(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPLATE,true,false",
        "TEMPLATE,false,true",
        "SUPPORTER_COMPONENT,true,false",
        "SUPPORTER_COMPONENT,false,true"
    })
    @Requirement("DSP-15.2")
    void whatIsFlaggedDoesNotGoLiveWithoutADatedAssessment(String kind, boolean biometric, boolean specialScene) {
        String name = "flagged-" + kind + biometric;
        Map<String, Object> component = component(kind, biometric, specialScene);
        component.remove("assessedOn");
        put(name, component).statusCode(400).body("code", equalTo("ASSESSMENT_MISSING"));
        admission(name).body("admitted", equalTo(false)).body("reason", containsString("not registered"));
        component.put("assessedOn", daysAgo(-1));
        put(name, component).statusCode(400).body("code", equalTo("ASSESSMENT_IN_FUTURE"));
        component.put("assessedOn", daysAgo(366));
        put(name, component).statusCode(409).body("code", equalTo("ASSESSMENT_OVERDUE"));
        admission(name).body("admitted", equalTo(false));

        component.put("assessedOn", daysAgo(365));
        put(name, component).statusCode(200);
        admission(name).body("admitted", equalTo(true));
        clock.putForward(Duration.ofDays(1));
        admission(name).body("admitted", equalTo(false)).body("reason", containsString("overdue"));
    }

    @Test
    @Requirement("DSP-15.2")
    void aModelIsOutOfUseWithAComponentWhoseAssessmentIsOverdue() {
        register("assembled", assessedToday()).statusCode(200);
        Map<String, Object> component = component("SUPPORTER_COMPONENT", true, false);
        component.put("models", List.of("assembled"));
        component.put("assessedOn", daysAgo(364));
        put("face-swapper", component).statusCode(200);
        GovernanceClient.admission("assembled", "CHAT").body("admitted", equalTo(true));
        clock.putForward(Duration.ofDays(2));
        GovernanceClient.admission("assembled", "CHAT")
                .body("admitted", equalTo(false))
                .body("reason", containsString("face-swapper"));
        as("ines").get(COMPONENTS).then().body("find { it.component.name == 'face-swapper' }.live", equalTo(false));

        component.put("assessedOn", daysAgo(0));
        put("face-swapper", component).statusCode(200);
        GovernanceClient.admission("assembled", "CHAT").body("admitted", equalTo(true));
    }

    @Test
    void whoSaysThatAComponentTouchesLessShowsAnAssessment() {
        Map<String, Object> component = component("SUPPORTER_COMPONENT", true, false);
        put("voice-maker", component).statusCode(200);
        Map<String, Object> lessened = component("SUPPORTER_COMPONENT", false, false);
        lessened.remove("assessedOn");
        put("voice-maker", lessened).statusCode(400).body("code", equalTo("ASSESSMENT_MISSING"));
        Map<String, Object> elsewhere = component("SUPPORTER_COMPONENT", false, false);
        elsewhere.put("models", List.of("another-model"));
        elsewhere.remove("assessedOn");
        put("voice-maker", elsewhere).statusCode(400).body("code", equalTo("ASSESSMENT_MISSING"));
        lessened.put("assessedOn", daysAgo(0));
        put("voice-maker", lessened).statusCode(200);
    }

    @Test
    void whatTouchesNeitherNeedsNoAssessment() {
        Map<String, Object> component = component("TEMPLATE", false, false);
        component.remove("assessedOn");
        put("birthday-card", component).statusCode(200);
        admission("birthday-card").body("admitted", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "version", "supplier", "biometric", "specialScene", "models"})
    void nothingIsLeftUnsaid(String missing) {
        Map<String, Object> component = component("SUPPORTER_COMPONENT", true, true);
        component.remove(missing);
        put("partial", component).statusCode(400).body("code", equalTo("COMPONENT_INCOMPLETE"));
        admission("partial").body("admitted", equalTo(false));
    }

    @Test
    void onlyOperatorsRegister() {
        as("olga").body("{}").put(COMPONENTS + "/x").then().statusCode(403);
        as("alice").get(COMPONENTS).then().statusCode(403);
        put("a name", component("TEMPLATE", false, false)).statusCode(400);
    }

    private Map<String, Object> assessedToday() {
        Map<String, Object> registration = aRegistration("CHAT");
        registration.put("assessedOn", daysAgo(0));
        return registration;
    }

    private Map<String, Object> component(String kind, boolean biometric, boolean specialScene) {
        return new TreeMap<>(Map.of(
                "kind",
                kind,
                "version",
                "1",
                "supplier",
                "a supporter",
                "biometric",
                biometric,
                "specialScene",
                specialScene,
                "models",
                List.of("some-model"),
                "assessedOn",
                daysAgo(0)));
    }

    private static ValidatableResponse put(String name, Map<String, Object> component) {
        return as("oscar").body(component).put(COMPONENTS + "/" + name).then();
    }

    private static ValidatableResponse admission(String name) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.ofService())
                .get(COMPONENTS + "/" + name + "/admission")
                .then()
                .statusCode(200);
    }

    private String daysAgo(int days) {
        return LocalDate.now(clock).minusDays(days).toString();
    }
}
