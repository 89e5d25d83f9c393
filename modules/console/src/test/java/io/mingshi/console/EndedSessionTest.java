package io.mingshi.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingshi.testkit.LoginJourney;
import io.mingshi.testkit.TestRealm;
import io.mingshi.testkit.TestRealm.Someone;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What becomes of a browser session when `identity` tells that it was ended.
@QuarkusTest
class EndedSessionTest {
    private static final String LOGIN_PAGE = "kc-form-login";

    private final TestRealm realm = new TestRealm();

    @Test
    void aBrowserWhoseSessionWasEndedIsSentToTheLogin() throws IOException {
        Someone someone = realm.newPerson();
        LoginJourney browser = LoginJourney.to("http://127.0.0.1:" + RestAssured.port + "/console/intake");
        assertThat(browser.html()).contains(LOGIN_PAGE);
        browser.logIn(someone);
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.again().html()).doesNotContain(LOGIN_PAGE);

        realm.endSessions(someone);
        Topic.of("identity").publish(someone.id(), """
                {"specversion":"1.0","id":"%s","source":"/mingshi/identity",
                "type":"io.mingshi.identity.SessionsEnded.v1","subject":"%s","time":"%s",
                "datacontenttype":"application/json","data":{"person":"%s","cause":"TAKEOVER_SUSPECTED",
                "at":"%s"}}""".formatted(
                        UUID.randomUUID(), someone.id(), Instant.now(), someone.id(), Instant.now()));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(browser.again().html()).contains(LOGIN_PAGE));
    }
}
