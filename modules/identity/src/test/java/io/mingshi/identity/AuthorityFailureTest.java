package io.mingshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever an authority does but confirm, nothing is granted and nothing is half done.
@QuarkusTest
class AuthorityFailureTest extends IdentityTest {
    /// The sandbox answers a late question after 8 s.
    private static final Duration UNTIL_LATE_ANSWERS_CAME = Duration.ofSeconds(30);

    @Test
    void aQuestionThatFailsInPassingIsRepeatedAndAnswered() {
        verify("alice", document("断续", NUMBER)).statusCode(201);
        verifyNationally("bob", "断续", "ADULT").statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"故障", "矛盾"})
    void thePersonIsToldToComeBackAndNothingIsHalfDone(String name) throws SQLException {
        verify("alice", document(name, NUMBER))
                .statusCode(503)
                .body("code", equalTo("AUTHORITY_UNREACHABLE"))
                .body("detail", containsString("come back later"));
        verifyNationally("bob", name, "ADULT").statusCode(503).body("code", equalTo("AUTHORITY_UNREACHABLE"));
        assertThat(database.identities()).isZero();
        me("alice").body("standing.assurance", equalTo("NONE")).body("personalData", nullValue());
        standing("bob").body("assurance", equalTo("NONE"));
    }

    @Test
    void anAnswerThatComesTooLateGrantsNothing() throws SQLException {
        Instant asked = Instant.now();
        verify("alice", document("超时", NUMBER)).statusCode(503);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(12));
        Awaitility.await()
                .atMost(UNTIL_LATE_ANSWERS_CAME)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> Duration.between(asked, Instant.now()).compareTo(Duration.ofSeconds(13)) > 0);
        assertThat(database.identities()).isZero();
        standing("alice").body("assurance", equalTo("NONE"));
    }

    @Test
    void aCodeIsNotUsedUpByAnAuthorityThatDoesNotAnswer() {
        String code = codeFor("alice", MOBILE);
        verify("alice", carrier("故障", MOBILE, code)).statusCode(503);
        verify("alice", carrier("张三", MOBILE, code)).statusCode(201);
    }

    @Test
    void anAuthorityThatIsDownIsLeftAloneAndPeopleAreToldAtOnce() {
        for (int i = 0; i < 4; i++) {
            verify("alice", document("故障", NUMBER)).statusCode(503);
        }
        assertThat(CircuitBreakerMaintenance.get().currentState("authority-plain"))
                .isEqualTo(CircuitBreakerState.OPEN);
        verify("bob", document("张三", NUMBER)).statusCode(503).body("code", equalTo("AUTHORITY_UNREACHABLE"));
        // another authority is another matter
        verifyNationally("carol", "李四", "ADULT").statusCode(201);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> verify("bob", document("张三", NUMBER)).extract().statusCode() == 201);
    }

    @Test
    void nobodyCutsAnAuthorityOffByAskingNonsense() {
        for (int i = 0; i < 6; i++) {
            verify("alice", document("矛盾", NUMBER)).statusCode(503);
        }
        verify("bob", document("张三", NUMBER)).statusCode(201);
    }

    @Test
    void theSameQuestionWithoutAnAnswerIsPaidOnce() throws SQLException {
        for (int i = 0; i < 3; i++) {
            verify("alice", document("矛盾", NUMBER)).statusCode(503);
        }
        assertThat(database.spent()).isEqualTo(50);
        verify("alice", document("不符", NUMBER)).statusCode(403);
        verify("alice", document("不符", NUMBER)).statusCode(403);
        assertThat(database.spent()).isEqualTo(150);
    }

    @Test
    void checksOfOnePersonCostNoMoreThanTheyMayOnOneDay() throws SQLException {
        for (int i = 0; i < 20; i++) {
            verify("alice", document("不符", NUMBER)).statusCode(403);
        }
        verify("alice", document("张三", NUMBER)).statusCode(429).body("code", equalTo("COST_CEILING_REACHED"));
        assertThat(database.spent()).isEqualTo(1_000);
        verify("bob", document("张三", NUMBER)).statusCode(201);
        clock.putForward(Duration.ofDays(1));
        verify("alice", document("张三", NUMBER)).statusCode(201);
    }

    @Test
    void allChecksTogetherCostNoMoreThanTheyMayOnOneDay() throws SQLException {
        database.haveSpent(clock, 999_960);
        verify("alice", document("张三", NUMBER)).statusCode(429).body("code", equalTo("COST_CEILING_REACHED"));
        verifyNationally("bob", "李四", "ADULT").statusCode(201);
    }
}
