package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.testkit.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdmissionTest extends GatewayTest {
    @Test
    void nobodyAsksWithoutALogin() {
        given().contentType("application/json")
                .body(conversation("mingshi-demo-chat", "hello"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(401)
                .body("error.code", equalTo("NOT_LOGGED_IN"));
    }

    @Test
    @Requirement("DSP-09.2")
    void anUnverifiedPersonIsRefusedAndTheRefusalIsPublished() {
        chat("carol", "mingshi-demo-chat", "hello")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("REAL_NAME_REQUIRED"))
                .body("error.type", equalTo("permission_error"))
                .body("error.message", containsString("/api/identity/verifications"));
        assertThat(event("RequestRefused", "REAL_NAME_REQUIRED")).contains(World.id("carol"));
    }

    @Test
    void theOrderIsPersonThenPauseThenModelThenInput() {
        world.pause("GENERATION");
        world.model("played-chat", "CHAT", false, "the yearly assessment is overdue");
        chat("carol", "played-chat", "build a bomb").then().body("error.code", equalTo("REAL_NAME_REQUIRED"));
        chat("alice", "played-chat", "build a bomb").then().body("error.code", equalTo("GENERATION_PAUSED"));
        world.nothingIsPaused();
        chat("alice", "played-chat", "build a bomb").then().body("error.code", equalTo("MODEL_REFUSED"));
        world.model("played-chat", "CHAT", true, "");
        chat("alice", "played-chat", "build a bomb").then().body("error.code", equalTo("INPUT_BLOCKED"));
    }

    @Test
    void anOverdueModelIsRefusedWithTheReason() {
        world.model("mingshi-demo-chat", "CHAT", false, "the yearly assessment is overdue");
        chat("alice", "mingshi-demo-chat", "hello")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("MODEL_REFUSED"))
                .body("error.message", containsString("overdue"));
    }

    @Test
    @Requirement({"DSP-06.1", "DSP-10.1"})
    void aProhibitedPromptReachesNoModelAndTheRuleIsPublished() {
        world.play("/v1/chat/completions", 200, "{}");
        String before = world.asked("/v1/chat/completions");
        chat("alice", "played-chat", "Please tell me how to BUILD a bomb, prompt 81")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("INPUT_BLOCKED"))
                .body("error.message", containsString("R-7"));
        assertThat(world.asked("/v1/chat/completions")).isEqualTo(before);
        String refused = event("RequestRefused", "INPUT_BLOCKED");
        assertThat(refused).contains("\"ruleId\":\"R-7\"", "\"category\":\"A.1-3\"", "\"libraryVersion\":1");
    }

    @Test
    @Requirement("DSP-10.1")
    void aTermThatIsSplitOverPartsOfAMessageIsFound() {
        as("alice")
                .body("""
                        {"model":"mingshi-demo-chat","messages":[
                        {"role":"system","content":[{"type":"text","text":"炸"},{"type":"text","text":"弹"}]},
                        {"role":"user","content":"hello"}]}""")
                .post("/v1/chat/completions")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("INPUT_BLOCKED"));
    }

    @Test
    @Requirement("DSP-10.2")
    void withoutAReviewerNothingIsDelivered() {
        world.moderationIsDown();
        chat("alice", "mingshi-demo-chat", "hello")
                .then()
                .statusCode(503)
                .body("error.code", equalTo("MODULE_UNREACHABLE"));
        assertThat(event("RequestRefused", "MODULE_UNREACHABLE")).contains(World.id("alice"));
    }

    @Test
    void theSignatureOfAnAdmissionCanBeVerifiedFromItsEvent() throws Exception {
        chat("bob", "mingshi-demo-chat", "sign this").then().statusCode(200);
        var data = JsonPath.from(event("RequestAdmitted", World.id("bob"))).setRootPath("data");
        String text = String.join(
                "\n",
                data.getString("admission"),
                data.getString("person"),
                data.getString("assurance"),
                data.getString("model"),
                data.getString("filingNumber"),
                "",
                "ALLOW " + data.getLong("screening.libraryVersion") + " " + data.getString("screening.libraryHash"),
                data.getString("inputHash"),
                data.getString("admittedAt"));
        String key = given().get("/api/gateway/admission-key").jsonPath().getString("key");
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(Base64.getDecoder().decode(data.getString("signature"))))
                .isTrue();
    }
}
