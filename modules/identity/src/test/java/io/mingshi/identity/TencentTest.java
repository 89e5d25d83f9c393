package io.mingshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Another authority is chosen by configuration alone.
@QuarkusTest
@WithTestResource(PlayedTencent.class)
class TencentTest extends IdentityTest {
    @BeforeEach
    void nobodyAsked() {
        PlayedTencent.ACTIONS.clear();
    }

    @Test
    void theChosenAuthorityIsAskedInItsOwnProtocol() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        verifyByMobile("bob", "张三", MOBILE).statusCode(201);
        assertThat(PlayedTencent.ACTIONS).containsExactly("IdCardVerification", "PhoneVerification");
    }

    @ParameterizedTest
    @CsvSource({"不符,403,NOT_CONFIRMED", "无此人,403,NOT_CONFIRMED", "故障,503,AUTHORITY_UNREACHABLE"})
    void whatItDoesNotConfirmGrantsNothingAndIsAskedOnce(String name, int status, String code) {
        verify("alice", document(name, NUMBER)).statusCode(status).body("code", equalTo(code));
        assertThat(PlayedTencent.ACTIONS).hasSize(1);
        me("alice").body("standing.assurance", equalTo("NONE"));
    }

    @Test
    void documentsThatItDoesNotKnowAreAskedOfAnother() {
        verify("alice", document("张三", "81000019980902013X")).statusCode(201);
        assertThat(PlayedTencent.ACTIONS).isEmpty();
    }
}
