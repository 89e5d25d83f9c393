package io.mingshi.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VisitorCheckTest extends IdentityTest {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @Test
    void aVisitorIsProvenUnderOnePseudonymHoweverOften() {
        String person = check("张三", NUMBER)
                .statusCode(200)
                .body("refusal", nullValue())
                .body("standing.person", matchesPattern("v-[0-9a-f]{20}"))
                .body("standing.assurance", equalTo("ID_DOCUMENT"))
                .body("standing.minor", equalTo(false))
                .body("standing.guardianUntil", nullValue())
                .body("standing.isCounterpart", equalTo(false))
                .body("standing.reference", not(blankOrNullString()))
                .extract()
                .path("standing.person");
        check("张三", NUMBER).body("standing.person", equalTo(person));
    }

    @Test
    void theAccountOfTheVisitorIsRecognised() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        check("张三", NUMBER).body("standing.isCounterpart", equalTo(true));
    }

    @Test
    void whatTheAuthorityDoesNotConfirmIsRefusedInTheSameWords() {
        String mismatch = check("不符", NUMBER)
                .statusCode(200)
                .body("standing", nullValue())
                .body("refusal", notNullValue())
                .extract()
                .path("refusal");
        check("无此人", NUMBER).body("refusal", equalTo(mismatch));
        check("张三", "110105194912310021").body("standing", nullValue()).body("refusal", notNullValue());
        check("故障", NUMBER).statusCode(503);
    }

    @Test
    void aChildIsRecognisedUntilTheFourteenthBirthdayBegins() {
        LocalDate today = LocalDate.now(BEIJING);
        String until = check("张小三", Numbers.bornOn(today.minusYears(14).plusDays(1)))
                .statusCode(200)
                .body("standing.assurance", equalTo("NONE"))
                .extract()
                .path("standing.guardianUntil");
        assertThat(Instant.parse(until))
                .isEqualTo(today.plusDays(1).atStartOfDay(BEIJING).toInstant());
        check("张小三", Numbers.bornOn(today.minusYears(14)))
                .body("standing.guardianUntil", nullValue())
                .body("standing.minor", equalTo(true))
                .body("standing.assurance", equalTo("ID_DOCUMENT"));
    }

    @Test
    void nobodyButAModuleAsks() {
        as("alice")
                .body(proof("张三", NUMBER))
                .post("/api/identity/visitor-checks")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse check(String name, String number) {
        return given().auth()
                .oauth2(Tokens.ofService())
                .contentType(ContentType.JSON)
                .body(proof(name, number))
                .post("/api/identity/visitor-checks")
                .then();
    }

    private static Map<String, String> proof(String name, String number) {
        return Map.of(
                "method",
                "ID_DOCUMENT",
                "name",
                name,
                "number",
                number,
                "counterpart",
                idOf("alice"),
                "address",
                "127.0.0.1");
    }
}
