package io.mingshi.identity;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PauseTest extends IdentityTest {
    @Test
    @Requirement("DSP-21.2")
    void whileRegistrationIsPausedNobodyIsProvenAndAfterwardsAgain() {
        PlayedGovernance.pause("REGISTRATION");
        verify("alice", document("张三", NUMBER))
                .statusCode(403)
                .body("code", equalTo("REGISTRATION_PAUSED"))
                .body("detail", containsString("registration is paused by order"));
        me("alice").body("standing.assurance", equalTo("NONE"));
        Topic.of("identity")
                .await(event -> event.contains("VerificationFailed") && event.contains("REGISTRATION_PAUSED"));

        PlayedGovernance.pauseNothing();
        verify("alice", document("张三", NUMBER)).statusCode(201);
    }

    @Test
    void aPauseIsObeyedBeforeTheAuthorityIsAsked() {
        PlayedGovernance.pause("REGISTRATION");
        // the authority fails on this name: whoever asked it would answer 503
        verify("alice", document("故障", NUMBER)).statusCode(403).body("code", equalTo("REGISTRATION_PAUSED"));
    }

    @Test
    void aPauseOfAnotherPartDoesNotConcernRegistration() {
        PlayedGovernance.pause("PUBLICATION");
        verify("alice", document("张三", NUMBER)).statusCode(201);
    }

    @Test
    @Requirement("DSP-21.2")
    void whenNobodySaysWhatIsPausedNothingIsGranted() {
        PlayedGovernance.fallSilent();
        verify("alice", document("张三", NUMBER)).statusCode(503).body("code", equalTo("MODULE_UNREACHABLE"));
        PlayedGovernance.say("{\"scope\":\"nothing\"}");
        verify("alice", document("张三", NUMBER)).statusCode(503).body("code", equalTo("MODULE_UNREACHABLE"));
        me("alice").body("standing.assurance", equalTo("NONE"));
    }
}
