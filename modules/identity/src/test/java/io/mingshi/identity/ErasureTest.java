package io.mingshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// A wish to be erased stops everything at once; a legal hold puts off the destruction alone.
@QuarkusTest
class ErasureTest extends IdentityTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    /// Part of PIPL-47.1.
    @Test
    void whileARuleKeepsTheDataItIsStoredOnlyAndEveryOtherUseIsRefused() throws SQLException {
        verifyByMobile("bob", "张三丰", MOBILE).statusCode(201);
        String bob = idOf("bob");
        String hold = place(bob, clock.instant().plus(Duration.ofDays(30)))
                .statusCode(201)
                .extract()
                .path("id");
        as("bob").delete("/api/identity/me").then().statusCode(204);

        me("bob")
                .body("state", equalTo("STORAGE_ONLY"))
                .body("standing.assurance", equalTo("NONE"))
                .body("personalData", nullValue());
        as("bob").get("/api/identity/me/copy").then().body("person", nullValue());
        verify("bob", document("张三丰", NUMBER)).statusCode(409).body("code", equalTo("ERASED"));
        assertThat(database.keys()).isEqualTo(1);
        Topic.of("identity").await(event -> event.contains("ErasureDeferred") && event.contains(hold));
        // what is stored for a case is disclosed for it, by two officers as ever
        String disclosure = as("olga")
                .body(Map.of("person", bob, "caseNumber", "case-9", "reason", "the court asks"))
                .post("/api/identity/disclosures")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(disclosure).isNotBlank();

        as("olga")
                .delete("/api/identity/persons/" + bob + "/legal-holds/" + hold)
                .then()
                .statusCode(204);
        Awaitility.await().atMost(SOON).until(() -> database.keys() == 0);
        me("bob").body("state", equalTo("ERASED"));
        Topic.of("identity").await(event -> event.contains("PersonErased") && event.contains(bob));
    }

    @Test
    void aHoldThatRanOutKeepsNothing() throws SQLException {
        verify("carol", document("张三", NUMBER)).statusCode(201);
        place(idOf("carol"), clock.instant().plus(Duration.ofDays(1))).statusCode(201);
        as("carol").delete("/api/identity/me").then().statusCode(204);
        assertThat(database.keys()).isEqualTo(1);
        clock.putForward(Duration.ofDays(1));
        Awaitility.await().atMost(SOON).until(() -> database.keys() == 0);
        me("carol").body("state", equalTo("ERASED"));
    }

    @Test
    void aHoldNeedsAnOfficerACaseAndAnEnd() {
        String alice = idOf("alice");
        as("bob")
                .body(Map.of("caseNumber", "c", "reason", "r", "until", "2027-01-01T00:00:00Z"))
                .post("/api/identity/persons/" + alice + "/legal-holds")
                .then()
                .statusCode(403);
        place(alice, clock.instant().minusSeconds(1)).statusCode(400);
        place(alice, clock.instant().plus(LegalHold.LONGEST).plusSeconds(60)).statusCode(400);
        as("olga")
                .delete("/api/identity/persons/" + alice + "/legal-holds/none")
                .then()
                .statusCode(404)
                .body("code", equalTo("NO_SUCH_HOLD"));
    }

    private static ValidatableResponse place(String person, Instant until) {
        return as("olga")
                .body(Map.of("caseNumber", "case-9", "reason", "evidence of a case", "until", until.toString()))
                .post("/api/identity/persons/" + person + "/legal-holds")
                .then();
    }
}
