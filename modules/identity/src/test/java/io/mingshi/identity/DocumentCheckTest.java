package io.mingshi.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.mingshi.testkit.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentCheckTest {
    @Test
    @Requirement({"IDN-2", "IDN-3"})
    void everyCheckIsReportedOnItsOwn() {
        check("RESIDENT_ID", "11010519491231002x")
                .statusCode(200)
                .body("'normalized-masked'", equalTo("110*************2X"))
                .body("checks.check", contains("FORMAT", "CHECKSUM", "AREA", "DATE", "FUTURE", "AGE"))
                .body("checks.passed", contains(true, true, true, true, true, true))
                .body(not(containsString("11010519491231002")));
    }

    @Test
    @Requirement({"IDN-2", "IDN-4"})
    void aNumberThatIsWrongInTwoWaysIsToldBoth() {
        check("FOREIGN_RESIDENT", "911000190002290015")
                .statusCode(200)
                .body("checks.find { it.check == 'NATIONALITY' }.passed", equalTo(false))
                .body("checks.find { it.check == 'DATE' }.passed", equalTo(false));
    }

    @Test
    @Requirement("IDN-6")
    void aMobileNumberOfAnotherCountryIsRefused() {
        check("MOBILE", "+85291234567").statusCode(200).body("checks[0].passed", equalTo(false));
        check("MOBILE", "+86 13800138000").statusCode(200).body("checks[0].passed", equalTo(true));
    }

    @Test
    void anUnknownKindOrAnEndlessNumberIsRefused() {
        check("PASSPORT", "1").statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));
        check("MOBILE", "1".repeat(65)).statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));
    }

    private static ValidatableResponse check(String kind, String number) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("kind", kind, "number", number))
                .post("/api/identity/document-checks")
                .then();
    }
}
