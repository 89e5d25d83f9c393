package io.mingshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.contracts.PersonId;
import io.mingshi.servicekit.crypto.BlindIndex;
import io.mingshi.testkit.Timing;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AbuseTest extends IdentityTest {
    private static final String UNKNOWN_MOBILE = "13900139000";

    @Inject
    Allowances allowances;

    @Inject
    BlindIndex index;

    @Test
    void theAnswerToARequestForACodeIsTheSameForEveryNumber() throws SQLException {
        verifyByMobile("alice", "张三", MOBILE).statusCode(201);
        exhaust(Allowance.CODES_OF_MOBILE_ANYWHERE, "13700137000");
        String known = askForCode("bob", MOBILE).statusCode(202).extract().asString();
        assertThat(askForCode("bob", UNKNOWN_MOBILE).statusCode(202).extract().asString())
                .isEqualTo(known);
        assertThat(askForCode("bob", "13700137000").statusCode(202).extract().asString())
                .isEqualTo(known);
        // a gateway that fails for one number is not told either
        assertThat(askForCode("bob", "13700000503").statusCode(202).extract().asString())
                .isEqualTo(known);
        assertThat(Sandbox.lastCode("13700137000")).isEmpty();
    }

    @Test
    void theTimeOfTheAnswerDoesNotTellWhetherAMessageIsSent() throws SQLException {
        exhaust(Allowance.CODES_OF_MOBILE_ANYWHERE, "13700137000");
        var number = new AtomicInteger();
        assertThat(Timing.difference(
                        () -> timed("139%08d".formatted(number.incrementAndGet())), () -> timed("13700137000")))
                .isCloseTo(0, offset(Timing.NOISE));
    }

    private void timed(String mobile) {
        try {
            database.forgetCountsBut(Allowance.CODES_OF_MOBILE_ANYWHERE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        askForCode("alice", mobile).statusCode(202);
    }

    @Test
    void theTimeOfTheAnswerDoesNotTellWhetherANumberIsProvenOnOtherAccounts() {
        for (int i = 0; i < Identities.MAX_ACCOUNTS_PER_IDENTITY; i++) {
            prove(new PersonId("person-" + i));
        }
        assertThat(Timing.difference(() -> tried("不符", NUMBER), () -> tried("无此人", "360426199101010071")))
                .isCloseTo(0, offset(Timing.NOISE));
        assertThat(Timing.difference(() -> tried("不符", NUMBER), () -> tried("张三", NUMBER)))
                .isCloseTo(0, offset(Timing.NOISE));
    }

    private void tried(String name, String number) {
        try {
            database.forgetTries();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        verify("alice", document(name, number)).statusCode(403);
    }

    @Test
    void nobodyLearnsWithWhomANumberIsProven() {
        for (int i = 0; i < Identities.MAX_ACCOUNTS_PER_IDENTITY; i++) {
            prove(new PersonId("person-" + i));
        }
        // a wrong name, a number that nobody has, and the right name of a number that is taken: one answer
        Response wrongName = as("alice").body(document("李不符", NUMBER)).post("/api/identity/verifications");
        Response nobody =
                as("alice").body(document("无此人", "360426199101010071")).post("/api/identity/verifications");
        Response taken = as("alice").body(document("张三", NUMBER)).post("/api/identity/verifications");
        assertThat(List.of(nobody, taken)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(wrongName.statusCode());
            assertThat(withoutTrace(answer)).isEqualTo(withoutTrace(wrongName));
        });
        Topic.of("identity").await(event -> event.contains("TOO_MANY_ACCOUNTS"));
    }

    @Test
    void anAccountThatAsksTooOftenIsRefused() throws SQLException {
        for (int i = 0; i < Allowance.CODES_OF_PERSON.times(); i++) {
            askForCode("alice", MOBILE).statusCode(202);
        }
        askForCode("alice", MOBILE).statusCode(429).body("code", equalTo("TOO_OFTEN"));
        askForCode("bob", MOBILE).statusCode(202);
        exhaust(Allowance.VERIFICATIONS_OF_PERSON, idOf("alice"));
        verify("alice", document("张三", NUMBER)).statusCode(429).body("code", equalTo("TOO_OFTEN"));
        clock.putForward(Allowance.VERIFICATIONS_OF_PERSON.window());
        verify("alice", document("张三", NUMBER)).statusCode(201);
    }

    @Test
    void anAddressThatAsksTooOftenIsRefusedWhoeverAsks() throws SQLException {
        exhaust(Allowance.VERIFICATIONS_OF_ADDRESS, "127.0.0.1");
        verify("alice", document("张三", NUMBER)).statusCode(429).body("code", equalTo("TOO_OFTEN"));
        verify("bob", document("张三", NUMBER)).statusCode(429);
    }

    @Test
    void aDeviceThatAsksTooOftenIsRefusedAndGetsNowhereByThrowingItsMarkAway() throws SQLException {
        String mark = as("alice")
                .body(document("不符", NUMBER))
                .post("/api/identity/verifications")
                .getCookie("mingshi_device");
        exhaust(Allowance.VERIFICATIONS_OF_DEVICE, mark.substring(0, mark.indexOf('.')));
        fromDevice("bob", mark).statusCode(429).body("code", equalTo("TOO_OFTEN"));
        verify("bob", document("张三", NUMBER)).statusCode(201);
        exhaust(Allowance.VERIFICATIONS_OF_DEVICE, "unmarked 127.0.0.1");
        verify("bob", document("张三", NUMBER)).statusCode(429);
        fromDevice("bob", "a-mark-of-my-own.0000").statusCode(429);
    }

    @Test
    void aFieldWithoutEndIsRefused() {
        verify("alice", document("张".repeat(201), NUMBER)).statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));
        verify("alice", national("x".repeat(4097), "y")).statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));
        askForCode("alice", "1".repeat(65)).statusCode(400);
        askForCode("alice", "+85291234567").statusCode(400).body("code", equalTo("FORMAT_WRONG"));
    }

    private void exhaust(Allowance allowance, String whose) throws SQLException {
        allowances.take(allowance, whose);
        database.useUp(allowance, index.of("identity.allowance." + allowance, whose));
    }

    private static ValidatableResponse askForCode(String person, String mobile) {
        return as(person)
                .body(Map.of("mobile", mobile))
                .post("/api/identity/mobile-codes")
                .then();
    }

    private static ValidatableResponse fromDevice(String person, String mark) {
        return as(person)
                .cookie("mingshi_device", mark)
                .body(document("张三", NUMBER))
                .post("/api/identity/verifications")
                .then();
    }

    private static String withoutTrace(Response answer) {
        return answer.asString().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }
}
