package io.mingshi.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CopyTest extends IdentityTest {
    /// Part of PIPL-45.1.
    @Test
    void aCopyHoldsEverythingThatIsKeptInPlainWords() {
        verifyByMobile("alice", "张三丰", MOBILE).statusCode(201);
        verify("alice", document("张三丰", NUMBER)).statusCode(201);
        verify("alice", organization()).statusCode(201);
        as("alice").post("/api/identity/guardian-requests").then().statusCode(201);
        as("alice").delete("/api/identity/me/mobile").then().statusCode(204);

        copy("alice")
                .header("Content-Disposition", containsString("attachment"))
                .header("Cache-Control", equalTo("no-store"))
                .body("person.name", equalTo("张三丰"))
                .body("person.number", equalTo(NUMBER))
                .body("person.birthDate", equalTo("1949-12-31"))
                .body("person.mobile", nullValue())
                .body("organization.creditCode", equalTo(CREDIT_CODE))
                .body("confirmations.confirmation.method", contains("ORGANIZATION", "ID_DOCUMENT", "MOBILE"))
                .body("confirmations.cause", hasItem("MOBILE_GIVEN_UP"))
                .body("guardianships", hasSize(1));
        Topic.of("identity").await(event -> event.contains("PersonalDataCopied"));
    }

    @Test
    void aCopyIsOfNobodyElse() {
        verify("alice", document("张三丰", NUMBER)).statusCode(201);
        copy("bob").body("person", nullValue()).body("confirmations", hasSize(0));
    }

    @Test
    void aNameThatChangedIsCorrectedWhenTheAuthorityConfirmsIt() {
        verify("alice", document("张三丰", NUMBER)).statusCode(201);
        verify("alice", document("张不符", NUMBER)).statusCode(403);
        copy("alice").body("person.name", equalTo("张三丰"));
        verify("alice", document("张君宝", NUMBER)).statusCode(201);
        copy("alice").body("person.name", equalTo("张君宝"));
        Topic.of("identity").await(event -> event.contains("PersonalDataCorrected") && event.contains("name"));
    }

    private static ValidatableResponse copy(String person) {
        return as(person).get("/api/identity/me/copy").then().statusCode(200);
    }
}
