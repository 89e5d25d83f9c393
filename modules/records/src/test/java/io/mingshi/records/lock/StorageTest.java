package io.mingshi.records.lock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What officers and inspectors are told about a store without object lock.
@QuarkusTest
class StorageTest {
    private static final String HEALTH = "checks.find { it.name == 'records object lock' }";

    @Test
    void aStoreWithoutLockIsShownAsOne() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> read("ines")
                        .statusCode(200)
                        .body("lock", equalTo("NOT_OFFERED"))
                        .body("answer", startsWith("501 NotImplemented"))
                        .body("required", equalTo(false))
                        .body("refused", empty())
                        .body("bucket", endsWith("-records")));
        given().get("/q/health/ready")
                .then()
                .body(HEALTH + ".status", equalTo("UP"))
                .body(HEALTH + ".data.state", equalTo("NOT_OFFERED"))
                .body(HEALTH + ".data.answer", startsWith("501 NotImplemented"));
        given().get("/q/metrics").then().body(containsString("mingshi_records_object_lock 0.0"));
    }

    @Test
    void anInspectorHasTheStoreTriedAgain() {
        String before = read("ines").extract().path("seenAt");
        String after = given().auth()
                .oauth2(Tokens.of("ines"))
                .post("/api/records/storage/probe")
                .then()
                .statusCode(200)
                .body("lock", equalTo("NOT_OFFERED"))
                .extract()
                .path("seenAt");
        assertThat(Instant.parse(after)).isAfter(Instant.parse(before));
    }

    @Test
    void onlyOfficersAndInspectorsAreTold() {
        read("olga").statusCode(200);
        for (String person : List.of("alice", "rita")) {
            read(person).statusCode(403);
            given().auth()
                    .oauth2(Tokens.of(person))
                    .post("/api/records/storage/probe")
                    .then()
                    .statusCode(403);
        }
        given().get("/api/records/storage").then().statusCode(401);
    }

    private static ValidatableResponse read(String person) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .get("/api/records/storage")
                .then();
    }
}
