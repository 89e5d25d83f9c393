package io.mingshi.governance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.mingshi.testkit.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RulesTest {
    private static final String RULES = "/api/governance/rules";

    @Test
    @Requirement("DSP-08.1")
    void rulesCovenantAndAgreementAreReadableWithoutLoginWithVersionAndDate() {
        given().get(RULES)
                .then()
                .statusCode(200)
                .body("document", containsInAnyOrder("management-rules", "platform-covenant", "user-agreement"))
                .body("version", everyItem(not(blankOrNullString())))
                .body("inForceSince", everyItem(not(blankOrNullString())))
                .body("sections.flatten().text.zh", everyItem(not(blankOrNullString())))
                .body("sections.flatten().text.en", everyItem(not(blankOrNullString())));
    }

    @Test
    @Requirement("DSP-08.1")
    void everyVersionStaysReadableByItsNumber() {
        given().get(RULES + "/versions").then().statusCode(200).body("document", hasItem("user-agreement"));
        given().get(RULES + "/user-agreement/1").then().statusCode(200).body("version", equalTo("1"));
        given().get(RULES + "/user-agreement/0").then().statusCode(404).body("code", equalTo("NO_SUCH_DOCUMENT"));
    }

    @Test
    void theAgreementExplainsTheLabels() {
        given().get(RULES + "/user-agreement/1")
                .then()
                .body("sections.find { it.id == 'labels' }.text.zh", containsString("隐式标识"))
                .body("sections.find { it.id == 'labels' }.text.en", containsString("implicit label"));
    }
}
