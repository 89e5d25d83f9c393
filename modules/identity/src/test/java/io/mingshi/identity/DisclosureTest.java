package io.mingshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.identity.disclosure.Disclosure;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Nobody alone learns who a person is: olga asks, otto decides.
@QuarkusTest
class DisclosureTest extends IdentityTest {
    @Test
    @Requirement("MIN-36.1")
    void theIdentityOfAMinorIsShownToOneOfficerOnceAfterAnotherApprovedAndTheInspectorSeesIt() {
        verify("alice", document("小明", Numbers.bornOn(today().minusYears(15)))).statusCode(201);
        String id = request("olga", "alice").statusCode(201).extract().path("id");
        read("olga", id).statusCode(409).body("code", equalTo("DISCLOSURE_CLOSED"));
        decide("olga", id, true).statusCode(403).body("code", equalTo("SAME_OFFICER"));
        decide("otto", id, true).statusCode(200).body("decision.approved", equalTo(true));
        read("otto", id).statusCode(404);

        read("olga", id)
                .statusCode(200)
                .body("person.name", equalTo("小明"))
                .body("person.number", equalTo(Numbers.bornOn(today().minusYears(15))))
                .body("minor", equalTo(true));
        read("olga", id).statusCode(409).body("code", equalTo("DISCLOSURE_CLOSED"));

        as("ines")
                .get("/api/identity/disclosures")
                .then()
                .statusCode(200)
                .body("id", hasItem(id))
                .body("[0].caseNumber", equalTo("case-7"))
                .body("[0].decision.approved", equalTo(true))
                .body(not(containsString("小明")));
        for (String event : new String[] {"DisclosureRequested", "DisclosureDecided", "IdentityDisclosed"}) {
            assertThat(Topic.of("identity").await(text -> text.contains(event) && text.contains(id)))
                    .doesNotContain("小明");
        }
    }

    @Test
    void whoseIdentityWasShownIsToldLaterWithoutTheCase() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        String id = request("olga", "alice").extract().path("id");
        decide("otto", id, true).statusCode(200);
        read("olga", id).statusCode(200);
        told("alice").body("disclosures", hasSize(0)).body("toldAfterDays", equalTo(90));
        clock.putForward(Disclosure.TOLD_AFTER);
        told("alice")
                .body("disclosures", hasSize(1))
                .body("disclosures[0].shownAt", notNullValue())
                .body(not(containsString("case-7")));
        told("bob").body("disclosures", hasSize(0));
    }

    private static ValidatableResponse told(String person) {
        return as(person).get("/api/identity/me/disclosures").then().statusCode(200);
    }

    @Test
    void whatWasRefusedOrWaitedTooLongIsNotShown() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        String refused = request("olga", "alice").extract().path("id");
        decide("otto", refused, false).statusCode(200);
        read("olga", refused).statusCode(409);
        decide("otto", refused, true).statusCode(409).body("code", equalTo("DISCLOSURE_CLOSED"));

        String late = request("olga", "alice").extract().path("id");
        clock.putForward(Disclosure.WAITS);
        decide("otto", late, true).statusCode(409).body("code", equalTo("DISCLOSURE_CLOSED"));

        String forgotten = request("olga", "alice").extract().path("id");
        decide("otto", forgotten, true).statusCode(200);
        clock.putForward(Disclosure.READABLE);
        read("olga", forgotten).statusCode(409).body("code", equalTo("DISCLOSURE_CLOSED"));
    }

    @Test
    void aRequestNeedsACaseAReasonAnOfficerAndSomethingProven() {
        request("olga", "alice").statusCode(409).body("code", equalTo("NOTHING_PROVEN"));
        verify("alice", document("张三", NUMBER)).statusCode(201);
        request("bob", "alice").statusCode(403).body("code", equalTo("ROLE_MISSING"));
        request("ines", "alice").statusCode(403);
        as("olga")
                .body(Map.of("person", idOf("alice"), "caseNumber", "case-7"))
                .post("/api/identity/disclosures")
                .then()
                .statusCode(400);
        as("olga")
                .body(Map.of("person", idOf("alice"), "reason", "none"))
                .post("/api/identity/disclosures")
                .then()
                .statusCode(400);
        as("bob").get("/api/identity/disclosures").then().statusCode(403);
    }

    @Test
    void whatTheNationalServiceProvedHasNoNameToShow() {
        verifyNationally("alice", "张三丰", "ADULT").statusCode(201);
        String id = request("olga", "alice").extract().path("id");
        decide("otto", id, true).statusCode(200);
        read("olga", id)
                .statusCode(200)
                .body("person", nullValue())
                .body("note", containsString("without a name"))
                .body(not(containsString("张三丰")));
    }

    @Test
    void nothingIsLeftToDiscloseOfWhoeverWasErased() {
        verify("carol", document("张三", NUMBER)).statusCode(201);
        String id = request("olga", "carol").extract().path("id");
        decide("otto", id, true).statusCode(200);
        as("carol").delete("/api/identity/me").then().statusCode(204);
        read("olga", id).statusCode(409).body("code", equalTo("NOTHING_PROVEN"));
    }

    private static ValidatableResponse request(String officer, String person) {
        return as(officer)
                .body(Map.of("person", idOf(person), "caseNumber", "case-7", "reason", "a court asks who published it"))
                .post("/api/identity/disclosures")
                .then();
    }

    private static ValidatableResponse decide(String officer, String id, boolean approve) {
        return as(officer)
                .body(Map.of("approve", approve, "reason", "the court's order was checked"))
                .post("/api/identity/disclosures/" + id + "/decision")
                .then();
    }

    private static ValidatableResponse read(String officer, String id) {
        return as(officer).post("/api/identity/disclosures/" + id + "/reading").then();
    }
}
