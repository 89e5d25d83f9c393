package io.mingshi.governance;

import static io.mingshi.governance.GovernanceClient.PAUSES;
import static io.mingshi.governance.GovernanceClient.admission;
import static io.mingshi.governance.GovernanceClient.as;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The first half of [ProductionTest], in a process that ends before that one starts.
@QuarkusTest
@TestProfile(BeforeRestartTest.FirstProcess.class)
class BeforeRestartTest {
    @Test
    void outsideProductionADemonstrationRunsUntilItIsPaused() {
        admission("mingshi-demo-chat", "CHAT").body("admitted", equalTo(true));
        as("oscar")
                .body(Map.of("reason", "order 21"))
                .put(PAUSES + "/GENERATION")
                .then()
                .statusCode(200);
        admission("mingshi-demo-chat", "CHAT").body("admitted", equalTo(false));
    }

    public static class FirstProcess implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return KeptDatabase.setting();
        }
    }
}
