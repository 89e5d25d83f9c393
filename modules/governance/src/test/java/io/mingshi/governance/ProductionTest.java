package io.mingshi.governance;

import static io.mingshi.governance.GovernanceClient.aRegistration;
import static io.mingshi.governance.GovernanceClient.admission;
import static io.mingshi.governance.GovernanceClient.models;
import static io.mingshi.governance.GovernanceClient.register;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ProductionTest.Production.class)
class ProductionTest {
    @Test
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
            return Map.of("mingshi.profile", "production", "mingshi.demo", "false");
        }
    }
}
