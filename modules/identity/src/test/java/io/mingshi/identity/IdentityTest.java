package io.mingshi.identity;

import static io.restassured.RestAssured.given;

import io.mingshi.testkit.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/// What the tests of the HTTP interface share: people who begin unproven, and nothing is paused.
@WithTestResource(value = PlayedGovernance.class, scope = TestResourceScope.GLOBAL)
abstract class IdentityTest {
    static final String NUMBER = "11010519491231002X";

    @Inject
    Database database;

    @Inject
    Clock clock;

    @BeforeEach
    void nobodyIsProven() throws SQLException {
        database.empty();
        PlayedGovernance.pauseNothing();
    }

    static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.of(person)).contentType(ContentType.JSON);
    }

    static ValidatableResponse verify(String person, Map<String, String> body) {
        return as(person).body(body).post("/api/identity/verifications").then();
    }

    static Map<String, String> document(String name, String number) {
        return Map.of("method", "ID_DOCUMENT", "name", name, "number", number);
    }

    static ValidatableResponse me(String person) {
        return as(person).get("/api/identity/me").then();
    }
}
