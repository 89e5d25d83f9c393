package io.mingshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Part of ANT-13.1: whom an officer may call; bob is the child, alice the guardian.
@QuarkusTest
class EmergencyContactTest extends IdentityTest {
    private static final String OWN = "/api/identity/me/emergency-contact";
    private static final Map<String, String> FRIEND =
            Map.of("name", "李四", "relation", "friend", "phone", "+86 139 0013 9000");

    @Test
    void aPersonNamesAContactSeesItAndTakesItBack() {
        as("carol").get(OWN).then().statusCode(204);
        as("carol").body(FRIEND).put(OWN).then().statusCode(200);
        as("carol").get(OWN).then().statusCode(200).body("phone", equalTo("+86 139 0013 9000"));
        as("carol")
                .body(Map.of("name", "王五", "relation", "aunt", "phone", "13800000000"))
                .put(OWN)
                .then()
                .statusCode(200);
        asked("carol").body("name", equalTo(List.of("王五")));
        as("carol").delete(OWN).then().statusCode(204);
        asked("carol").body("size()", equalTo(0));
    }

    @Test
    void theGuardianOfAChildComesFirstAndEachLookIsTold() {
        LocalDate birth = today().minusYears(10);
        verifyByMobile("alice", "张三", MOBILE).statusCode(201);
        String link = as("bob")
                .post("/api/identity/guardian-requests")
                .then()
                .extract()
                .path("link");
        as("alice")
                .body(Map.of("consent", true, "relation", "PARENT", "noticeVersion", "1"))
                .post("/api/identity/guardian-requests/" + link + "/consent")
                .then()
                .statusCode(201);
        verify("bob", document("小明", Numbers.bornOn(birth))).statusCode(201);
        as("bob").body(FRIEND).put(OWN).then().statusCode(200);
        asked("bob")
                .body("name", equalTo(List.of("张三", "李四")))
                .body("relation", equalTo(List.of("GUARDIAN", "friend")))
                .body("phone[0]", equalTo(MOBILE));
        String told = Topic.of("identity")
                .await(event -> event.contains("EmergencyContactShown") && event.contains(idOf("bob")));
        assertThat(told).contains("olga-the-officer", "\"shown\":2").doesNotContain("李四", "139");
    }

    @Test
    void nobodyButAServiceAsksAndWhatIsNotAContactIsRefused() {
        as("olga")
                .get("/api/identity/emergency-contacts/" + idOf("carol") + "?handOver=H-1&officer=o")
                .then()
                .statusCode(403);
        as("carol")
                .body(Map.of("name", "李四", "relation", "friend", "phone", "call me"))
                .put(OWN)
                .then()
                .statusCode(400);
        as("carol").body(Map.of("name", "李四")).put(OWN).then().statusCode(400);
        as("carol").put(OWN).then().statusCode(400);
    }

    @Test
    void whoeverIsErasedHasNoContactAnyMore() {
        verify("carol", document("张三", NUMBER)).statusCode(201);
        as("carol").body(FRIEND).put(OWN).then().statusCode(200);
        as("carol").get("/api/identity/me/copy").then().body("emergencyContact.name", equalTo("李四"));
        String person = idOf("carol");
        as("carol").delete("/api/identity/me").then().statusCode(204);
        asService()
                .get("/api/identity/emergency-contacts/" + person + "?handOver=H-1&officer=o")
                .then()
                .statusCode(200)
                .body("size()", equalTo(0));
        as("carol").body(FRIEND).put(OWN).then().statusCode(409).body("code", equalTo("ERASED"));
    }

    private static ValidatableResponse asked(String person) {
        return asService()
                .get("/api/identity/emergency-contacts/" + idOf(person) + "?handOver=H-1&officer=olga-the-officer")
                .then()
                .statusCode(200);
    }
}
