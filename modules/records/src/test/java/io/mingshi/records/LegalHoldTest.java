package io.mingshi.records;

import static io.mingshi.records.KeptThen.monthAgo;
import static io.mingshi.records.KeptThen.monthsAgo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LegalHoldTest {
    @Inject
    KeptThen kept;

    @Test
    void twoOfficersPutAHoldInForceAndTwoReleaseItAndEachStepIsARecord() {
        String hold = request("olga", "{\"ticket\": \"T-none\"}");
        post("olga", hold + "/approval").statusCode(403).body("code", equalTo("SECOND_OFFICER"));
        post("otto", hold + "/release/approval").statusCode(409).body("code", equalTo("HOLD_STATE"));
        post("otto", hold + "/approval").statusCode(200).body("state", equalTo("IN_FORCE"));
        post("otto", hold + "/approval").statusCode(409);
        requestRelease("otto", hold).statusCode(200).body("state", equalTo("RELEASE_REQUESTED"));
        post("otto", hold + "/release/approval").statusCode(403);
        post("olga", hold + "/release/approval").statusCode(200).body("state", equalTo("RELEASED"));
        list("ines")
                .body("find { it.id == '" + hold + "' }.caseNumber", equalTo("(2026) 1"))
                .body("find { it.id == '" + hold + "' }.scope", equalTo("ticket T-none"))
                .body("find { it.id == '" + hold + "' }.state", equalTo("RELEASED"));
        for (String step : List.of("REQUESTED", "APPROVED", "RELEASE_REQUESTED", "RELEASED")) {
            Topic.of("records").await(text -> text.contains(hold) && text.contains("\"step\":\"" + step + "\""));
        }
    }

    @Test
    void aHeldRecordSurvivesItsPeriodAndTheOthersOfItsMonthGo() {
        var work = new ProduceId(Facts.id("W"));
        String held = kept.keep(Facts.work(Facts.person(), work, monthsAgo(40)), monthsAgo(40));
        String other = kept.keep(Facts.work(Facts.person(), monthsAgo(40)), monthsAgo(40));
        KeptRecord before = kept.find(held);
        String hold = inForce("{\"work\": \"" + work + "\"}");
        run().body("dropped", hasItem("NETWORK_LOG/" + monthAgo(40))).body("failed.size()", equalTo(0));
        kept.assertGone(other);
        assertThat(kept.find(held).intact()).isTrue();
        assertThat(kept.find(held).position()).isEqualTo(before.position());
        assertThat(kept.find(held).entry().bytes()).isEqualTo(before.entry().bytes());
        String event = Topic.of("records")
                .await(text -> text.contains("RecordsExpired") && text.contains("NETWORK_LOG/" + monthAgo(40)));
        assertThat(JsonPath.from(event).getLong("data.count")).isEqualTo(1);
        assertThat(JsonPath.from(event).getLong("data.held")).isEqualTo(1);
        run().body("dropped", not(hasItem("NETWORK_LOG/" + monthAgo(40))));
        release(hold);
        run().body("dropped", hasItem("NETWORK_LOG/" + monthAgo(40)));
        kept.assertGone(held);
    }

    @Test
    void aRequestProtectsWhileTheSecondOfficerDecides() {
        PersonId person = Facts.person();
        String held = kept.keep(Facts.work(person, monthsAgo(41)), monthsAgo(41));
        request("olga", "{\"person\": \"" + person + "\"}");
        run().body("dropped", not(hasItem("NETWORK_LOG/" + monthAgo(41))));
        assertThat(kept.find(held).intact()).isTrue();
        kept.execute("update legal_hold set protects_until = now() where person = '" + person + "'");
        run().body("dropped", hasItem("NETWORK_LOG/" + monthAgo(41)));
    }

    @Test
    void aHoldOnAClassAndAPeriodKeepsItAgainstAnOperatorToo() {
        String held = kept.keep(Facts.work(Facts.person(), monthsAgo(42)), monthsAgo(42));
        String hold = inForce("{\"retentionClass\": \"NETWORK_LOG\", \"from\": \"" + monthsAgo(43) + "\", \"until\": \""
                + monthsAgo(41) + "\"}");
        given().auth()
                .oauth2(Tokens.of("oscar"))
                .delete("/api/records/classes/NETWORK_LOG/" + monthAgo(42))
                .then()
                .statusCode(200)
                .body("count", equalTo(0))
                .body("held", equalTo(1));
        assertThat(kept.find(held).intact()).isTrue();
        release(hold);
    }

    @Test
    void everythingCanBeHeldAndThatWinsOverErasure() {
        PersonId person = Facts.person();
        String old = kept.keep(Facts.work(person, monthsAgo(8)), monthsAgo(8));
        String hold = inForce("{\"everything\": true}");
        erase(person).body("[0].state", equalTo("STORAGE_ONLY")).body("[0].held", equalTo(true));
        run().body("keysDestroyed", equalTo(0)).body("dropped.size()", equalTo(0));
        assertThat(kept.find(old).text()).isInstanceOf(StoredText.StorageOnly.class);
        release(hold);
        run();
        assertThat(kept.find(old).text()).isInstanceOf(StoredText.Erased.class);
    }

    @Test
    void aHoldThatSaysNotWhatItHoldsOrWhyIsRefused() {
        for (String scope : List.of(
                "{}",
                "{\"work\": \"W\", \"person\": \"P\"}",
                "{\"everything\": false}",
                "{\"retentionClass\": \"NETWORK_LOG\"}",
                "{\"person\": \"not an id!\"}")) {
            send("olga", "", body(scope)).statusCode(400);
        }
        send("olga", "", "{\"caseNumber\": \" \", \"reason\": \"r\", \"scope\": {\"work\": \"W\"}}")
                .statusCode(400)
                .body("code", equalTo("HOLD_INCOMPLETE"));
        post("olga", "nothing/approval").statusCode(404).body("code", equalTo("NO_SUCH_HOLD"));
        for (String person : List.of("alice", "ines", "oscar", "rita")) {
            send(person, "", body("{\"work\": \"W\"}")).statusCode(403);
        }
    }

    private static String inForce(String scope) {
        String hold = request("olga", scope);
        post("otto", hold + "/approval").statusCode(200);
        return hold;
    }

    private static void release(String hold) {
        requestRelease("olga", hold).statusCode(200);
        post("otto", hold + "/release/approval").statusCode(200);
    }

    private static String request(String person, String scope) {
        return send(person, "", body(scope))
                .statusCode(200)
                .body("state", equalTo("REQUESTED"))
                .extract()
                .path("id");
    }

    private static String body(String scope) {
        return "{\"caseNumber\": \"(2026) 1\", \"reason\": \"a court asks\", \"scope\": " + scope + "}";
    }

    private static ValidatableResponse requestRelease(String person, String hold) {
        return send(person, "/" + hold + "/release", "{\"reason\": \"the case is closed\"}");
    }

    private static ValidatableResponse post(String person, String path) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .post("/api/records/holds/" + path)
                .then();
    }

    private static ValidatableResponse send(String person, String path, String body) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .contentType("application/json")
                .body(body)
                .post("/api/records/holds" + path)
                .then();
    }

    private static ValidatableResponse list(String person) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .get("/api/records/holds")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse erase(PersonId person) {
        return given().auth()
                .oauth2(Tokens.of("olga"))
                .contentType("application/json")
                .body("{\"person\": \"" + person + "\", \"reason\": \"asked by letter\"}")
                .post("/api/records/erasures")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse run() {
        return given().auth()
                .oauth2(Tokens.of("oscar"))
                .post("/api/records/classes/run")
                .then()
                .statusCode(200);
    }
}
