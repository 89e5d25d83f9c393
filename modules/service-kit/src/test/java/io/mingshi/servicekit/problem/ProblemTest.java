package io.mingshi.servicekit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemTest {
    @Test
    void aRefusalByNameIsAProblemDetail() {
        given().get("/broken/by-name")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/MALFORMED_ID"))
                .body("title", is("An id is malformed"))
                .body("status", is(400))
                .body("detail", is("an id is wrong: send another"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void aFaultTellsNothingOfTheInside() {
        given().get("/broken/by-fault")
                .then()
                .statusCode(500)
                .body("code", is("INTERNAL_FAULT"))
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @Test
    void anAddressWithNothingIsAProblemToo() {
        given().get("/broken/nothing").then().statusCode(404).body("code", is("NOTHING_THERE"));
    }

    @Test
    void bytesThatAreNotJsonAreRefusedInOneSentence() {
        given().contentType("application/json")
                .body("{\"a\":")
                .post("/broken")
                .then()
                .statusCode(400)
                .body("code", is("MALFORMED_REQUEST"));
    }

    @Test
    void onlyACallerWithTheRolePasses() {
        given().get("/broken/officers-only").then().statusCode(401).body("code", is("NOT_LOGGED_IN"));
        given().auth()
                .oauth2("not.a.token")
                .get("/broken/officers-only")
                .then()
                .statusCode(401)
                .body("code", is("NOT_LOGGED_IN"));
        given().auth()
                .oauth2(Tokens.of("alice"))
                .get("/broken/officers-only")
                .then()
                .statusCode(403)
                .body("code", is("ROLE_MISSING"))
                .body("detail", containsString("officer"));
        given().auth()
                .oauth2(Tokens.of("olga"))
                .get("/broken/officers-only")
                .then()
                .statusCode(200);
    }
}
