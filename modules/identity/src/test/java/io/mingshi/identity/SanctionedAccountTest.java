package io.mingshi.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.mingshi.testkit.LocalStack;
import io.mingshi.testkit.TestRealm;
import io.mingshi.testkit.TestRealm.Someone;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Suspended and closed accounts lose every session, whatever is down in the meantime.
@QuarkusTest
class SanctionedAccountTest extends IdentityTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration UNTIL_KEYCLOAK_IS_BACK = Duration.ofMinutes(2);

    private final TestRealm realm = new TestRealm();
    private final Someone someone = realm.newPerson();

    /// Part of DSP-10.5.
    @Test
    void aSuspendedAccountLosesItsSessionsAndItsTokensAtOnceAndGetsNoOthers() {
        Response tokens = realm.logIn(someone);
        own(tokens).statusCode(200);

        impose("SUSPENSION", "S-1-" + someone.id());

        await().atMost(SOON).untilAsserted(() -> own(tokens).statusCode(401).body("code", equalTo("NOT_LOGGED_IN")));
        realm.refresh(tokens.path("refresh_token")).then().statusCode(400);
        realm.logIn(someone).then().statusCode(400).body("error_description", equalTo("Account disabled"));
        realm.sessions(someone).then().body("", empty());
        String ended = Topic.of("identity").await(e -> e.contains("SessionsEnded") && e.contains(someone.id()));
        assertThat(ended).contains("SUSPENSION");
    }

    /// Part of DSP-10.5.
    @Test
    void anAccountLogsInAgainWhenItsLastSanctionIsOverAndKeepsItsData() {
        impose("SUSPENSION", "S-1-" + someone.id());
        impose("CLOSURE", "S-2-" + someone.id());
        awaitEnabled(false);

        end("SUSPENSION", "S-1-" + someone.id());
        impose("WARNING", "S-3-" + someone.id());
        end("CLOSURE", "S-2-" + someone.id());

        awaitEnabled(true);
        realm.user(someone).then().body("firstName", equalTo("Test")).body("username", equalTo(someone.name()));
        await().atMost(SOON).untilAsserted(() -> own(realm.logIn(someone)).statusCode(200));
    }

    @Test
    void aSanctionOfAnAccountThatKeycloakNoLongerKnowsIsDone() {
        var gone = new Someone(UUID.randomUUID().toString(), "gone", "x");
        publish("SanctionImposed", gone, "S-1-" + gone.id(), "SUSPENSION");
        Topic.of("identity").await(e -> e.contains("SessionsEnded") && e.contains(gone.id()));
    }

    @Test
    void aWarningAndARestrictionLeaveTheLoginAlone() {
        Response tokens = realm.logIn(someone);
        impose("WARNING", "S-1-" + someone.id());
        impose("RESTRICTION", "S-2-" + someone.id());
        Someone other = realm.newPerson();
        publish("SanctionImposed", other, "S-3-" + other.id(), "SUSPENSION");
        await().atMost(SOON).untilAsserted(() -> realm.user(other).then().body("enabled", equalTo(false)));

        own(tokens).statusCode(200);
        realm.user(someone).then().body("enabled", equalTo(true));
    }

    @Test
    void whereATakeoverIsReportedEverySessionEndsAndThePersonMayLogInAgain() {
        Response intruder = realm.logIn(someone);
        Response person = realm.logIn(someone);
        given().auth()
                .oauth2(person.path("access_token"))
                .contentType("application/json")
                .body(document("张三", NUMBER))
                .post("/api/identity/verifications")
                .then()
                .statusCode(201);

        given().auth()
                .oauth2(person.path("access_token"))
                .post("/api/identity/me/hold")
                .then()
                .statusCode(204);

        Topic.of("identity").await(e -> e.contains("SessionsEnded") && e.contains(someone.id()));
        await().atMost(SOON).untilAsserted(() -> own(intruder).statusCode(401));
        realm.refresh(intruder.path("refresh_token")).then().statusCode(400);
        await().atMost(SOON).untilAsserted(() -> own(realm.logIn(someone)).statusCode(200));
        realm.sessions(someone).then().body("", not(empty()));
    }

    /// Part of DSP-10.5.
    @Test
    void aSuspensionThatComesWhileKeycloakIsDownIsCarriedOutWhenItIsBack() throws IOException {
        Response tokens = realm.logIn(someone);
        killKeycloak();

        impose("SUSPENSION", "S-1-" + someone.id());

        await().atMost(UNTIL_KEYCLOAK_IS_BACK)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> realm.user(someone).then().statusCode(200).body("enabled", equalTo(false)));
        await().atMost(SOON).untilAsserted(() -> own(tokens).statusCode(401));
        realm.refresh(tokens.path("refresh_token")).then().statusCode(400);
    }

    /// The supervisor of the stack starts it again.
    private static void killKeycloak() throws IOException {
        String pid = Files.readString(LocalStack.root().resolve(".mingshi/test/run/keycloak.child"));
        ProcessHandle keycloak = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        keycloak.descendants().toList().forEach(ProcessHandle::destroyForcibly);
        keycloak.destroyForcibly();
        keycloak.onExit().join();
    }

    private void awaitEnabled(boolean enabled) {
        await().atMost(SOON).untilAsserted(() -> realm.user(someone).then().body("enabled", equalTo(enabled)));
    }

    private static ValidatableResponse own(Response tokens) {
        return given().auth()
                .oauth2(tokens.path("access_token"))
                .get("/api/identity/me")
                .then();
    }

    private void impose(String kind, String sanction) {
        publish("SanctionImposed", someone, sanction, kind);
    }

    private void end(String kind, String sanction) {
        publish("SanctionEnded", someone, sanction, kind);
    }

    private static void publish(String type, Someone person, String sanction, String kind) {
        Topic.of("moderation")
                .publish(person.id(), """
                {"specversion":"1.0","id":"%s","source":"/mingshi/moderation",
                "type":"io.mingshi.moderation.%s.v1","subject":"%s","time":"2026-11-24T00:00:00Z",
                "datacontenttype":"application/json","data":{"person":"%s","sanction":"%s","kind":"%s",
                "reason":"three refusals","evidence":["R-1"],"cause":"LIFTED","by":"platform",
                "at":"2026-11-24T00:00:00Z"}}""".formatted(UUID.randomUUID(), type, person.id(), person.id(), sanction, kind));
    }
}
