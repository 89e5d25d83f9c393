package io.mingshi.records.lock;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// What officers and inspectors are told about a store that locks.
@QuarkusTest
@EnabledIf(value = "io.mingshi.records.lock.CephRgw#isInstalled", disabledReason = "Ceph is not installed")
@TestProfile(LockingStoreTest.Ceph.class)
class LockingStoreTest {
    private static final String HEALTH = "checks.find { it.name == 'records object lock' }";

    @Test
    void everyAttemptThatTheStoreRefusedIsShown() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().auth()
                        .oauth2(Tokens.of("ines"))
                        .get("/api/records/storage")
                        .then()
                        .body("lock", equalTo("OFFERED")));
        given().auth()
                .oauth2(Tokens.of("ines"))
                .post("/api/records/storage/probe")
                .then()
                .statusCode(200)
                .body("lock", equalTo("OFFERED"))
                .body("required", equalTo(true))
                .body("answer", nullValue())
                .body("refused", hasSize(4))
                .body("refused.answer", everyItem(startsWith("403 AccessDenied")));
        given().get("/q/health/ready")
                .then()
                .body(HEALTH + ".status", equalTo("UP"))
                .body(HEALTH + ".data.state", equalTo("OFFERED"))
                .body(HEALTH + ".data.refused", containsString("shorten its retention"));
        given().get("/q/metrics").then().body(containsString("mingshi_records_object_lock 1.0"));
    }

    /// Keeps the archive in Ceph, and requires the lock.
    public static final class Ceph implements QuarkusTestProfile {
        /// Also asked for where the test is disabled.
        @Override
        public Map<String, String> getConfigOverrides() {
            if (!CephRgw.isInstalled()) {
                return Map.of();
            }
            StoreAddress ceph = CephRgw.address();
            return Map.of(
                    "mingshi.s3.url", ceph.url(),
                    "mingshi.s3.access-key", ceph.accessKey(),
                    "mingshi.s3.secret-key", ceph.secretKey(),
                    "mingshi.s3.region", ceph.region(),
                    "mingshi.records.lock", "required");
        }
    }
}
