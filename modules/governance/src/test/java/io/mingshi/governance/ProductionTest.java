package io.mingshi.governance;

import static io.mingshi.governance.GovernanceClient.PAUSES;
import static io.mingshi.governance.GovernanceClient.aRegistration;
import static io.mingshi.governance.GovernanceClient.admission;
import static io.mingshi.governance.GovernanceClient.as;
import static io.mingshi.governance.GovernanceClient.models;
import static io.mingshi.governance.GovernanceClient.register;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingshi.testkit.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@TestProfile(ProductionTest.Production.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProductionTest {
    @Test
    @Order(1)
    @Requirement("DSP-21.2")
    void aPauseSurvivesTheRestart() {
        assumeTrue(KeptDatabase.exists(), "needs what BeforeRestartTest leaves: run both");
        given().get(PAUSES).then().body("find { it.scope == 'GENERATION' }.reason", equalTo("order 21"));
        admission("mingshi-demo-chat", "CHAT").body("reason", equalTo("generation is paused by order"));
        as("oscar").delete(PAUSES + "/GENERATION").then().statusCode(204);
        admission("mingshi-demo-chat", "CHAT")
                .body("admitted", equalTo(false))
                .body("reason", equalTo("it is a demonstration and not filed"));
    }

    @Test
    @Order(2)
    void inProductionThereIsNoDemonstrationModelAndNoneCanBeRegistered() {
        models().body("findAll { it.model.startsWith('mingshi-demo') }", empty());
        Map<String, Object> registration = aRegistration("CHAT");
        registration.put("filingNumber", "Demonstration-not-filed");
        register("pretender", registration).statusCode(400).body("code", equalTo("NOT_FILED"));
        registration.put("filingNumber", "");
        register("pretender", registration).statusCode(400);
        admission("pretender", "CHAT").body("admitted", equalTo(false));

        register("filed", aRegistration("CHAT")).statusCode(200);
        admission("filed", "CHAT").body("admitted", equalTo(true));
    }

    @Test
    void aProductionInstallationWithDemonstrationModelsDoesNotStart() {
        assertThatThrownBy(() -> new Policy(365, Optional.of("production"), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mingshi.demo");
    }

    public static class Production implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new TreeMap<>(Map.of("mingshi.profile", "production", "mingshi.demo", "false"));
            if (KeptDatabase.exists()) {
                settings.putAll(KeptDatabase.setting());
            }
            return settings;
        }
    }
}
