package io.mingshi.records.lock;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A store without object lock where the operator has required one.
@QuarkusTest
@TestProfile(RequiredLockTest.Required.class)
class RequiredLockTest {
    private static final String HEALTH = "checks.find { it.name == 'records object lock' }";

    @Test
    void theServiceIsNotReadyWithoutTheLockThatIsRequired() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .statusCode(503)
                        .body(HEALTH + ".status", equalTo("DOWN"))
                        .body(HEALTH + ".data.state", equalTo("NOT_OFFERED"))
                        .body(HEALTH + ".data.required", equalTo(true)));
    }

    /// Requires the lock.
    public static final class Required implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mingshi.records.lock", "required");
        }
    }
}
