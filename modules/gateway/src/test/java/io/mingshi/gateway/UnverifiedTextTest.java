package io.mingshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Where the provider allows text: that and nothing else, under the rules for minors, and never to the public.
@QuarkusTest
@TestProfile(UnverifiedTextTest.TextAllowed.class)
class UnverifiedTextTest extends UnverifiedAccounts {
    public static final class TextAllowed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mingshi.gateway.unverified", "text");
        }
    }

    @Test
    @Requirement("DSP-09.2")
    void textIsGeneratedNothingElseIsAndNothingIsReleased() {
        nothingIsReleased();
        for (Surface surface : Surface.values()) {
            for (boolean streamed : surface.modes()) {
                if (surface.conversation()) {
                    textIsGenerated(surface, streamed);
                } else {
                    nothingIsGenerated(surface, streamed);
                }
            }
        }
    }

    @Test
    @Requirement("DSP-09.2")
    void whatAnUnverifiedAccountGeneratedIsNotPublished() {
        world.standing("alice", "NONE");
        String work = chat("alice", "mingshi-demo-chat", "hello").header("Mingshi-Produce-Id");
        assertThat(work).isNotNull();
        assertThat(as("alice")
                        .post("/api/gateway/works/" + work + "/publication")
                        .statusCode())
                .isEqualTo(403);
        world.standing("alice", "MOBILE");
        assertThat(as("alice")
                        .post("/api/gateway/works/" + work + "/publication")
                        .statusCode())
                .isEqualTo(200);
    }

    /// Nobody knows the age of somebody who is not verified, whatever is said of it.
    @Test
    void theRulesForMinorsCount() {
        world.standing("alice", "ID_DOCUMENT", "ADULT");
        world.library(999, """
                {"ruleId":"M-1","category":"A.1-6","term":"拼酒","audience":"MINORS"}""");
        assertThat(chat("alice", "mingshi-demo-chat", "拼酒").statusCode()).isEqualTo(200);
        world.standing("alice", "NONE", "ADULT");
        assertThat(chat("alice", "mingshi-demo-chat", "拼酒").statusCode()).isEqualTo(400);
    }

    private void textIsGenerated(Surface surface, boolean streamed) {
        world.standing("alice", "NONE");
        surface.playFine(world, streamed);
        var answer = surface.send(streamed, 1, Map.of());
        assertThat(answer.statusCode()).as(surface + ": " + answer.asString()).isEqualTo(200);
        assertThat(answer.asString()).contains("sea");
    }
}
