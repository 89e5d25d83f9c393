package io.mingshi.identity;

import static io.mingshi.identity.Visitors.check;
import static io.mingshi.identity.Visitors.door;
import static io.mingshi.identity.Visitors.mobile;
import static io.mingshi.identity.Visitors.sendCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.testkit.Timing;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Nobody enumerates people through links, nor keeps somebody else from their own link.
@QuarkusTest
class VisitorAbuseTest extends IdentityTest {
    private static final String LINK = "consent-1";
    private static final String ELSEWHERE = "198.51.100.9";
    private static final String UNKNOWN_MOBILE = "13900139000";
    private static final String UNKNOWN_NUMBER = "360426199101010071";

    private final AtomicInteger next = new AtomicInteger();

    @Inject
    Allowances allowances;

    @Test
    void triesAreCountedForALinkAndANetworkTogether() {
        for (int i = 0; i < Allowance.VISITS_OF_LINK.times(); i++) {
            check(Visitors.document("不符", NUMBER, LINK)).body("refusal.cause", equalTo("NOT_PROVEN"));
        }
        check(Visitors.document("张三", NUMBER, LINK)).body("refusal.cause", equalTo("TOO_OFTEN"));
        check(from(ELSEWHERE)).body("refusal", nullValue());
        check(Visitors.document("张三", NUMBER, "another")).body("refusal", nullValue());
        clock.putForward(Allowance.VISITS_OF_LINK.window());
        check(Visitors.document("张三", NUMBER, LINK)).body("refusal", nullValue());
    }

    @Test
    void nobodyUsesUpAloneWhatAllVisitsOfADayMayCost() {
        for (int i = 0; i < Allowance.VISITS_OF_ADDRESS.times(); i++) {
            check(Visitors.document("不符", NUMBER, "many-" + i)).body("refusal.cause", equalTo("NOT_PROVEN"));
        }
        check(Visitors.document("张三", NUMBER, LINK)).body("refusal.cause", equalTo("TOO_OFTEN"));
        check(withdrawing()).body("refusal", nullValue());
        check(from(ELSEWHERE)).body("refusal", nullValue());
    }

    @Test
    void theAddressesOfOneSubscriberCountTogether() {
        for (int i = 0; i < Allowance.VISITS_OF_LINK.times(); i++) {
            check(Visitors.with(Visitors.document("不符", NUMBER, LINK), "door", door(LINK, "2001:db8:1:2::" + i)));
        }
        check(from("2001:db8:1:2:ffff::1")).body("refusal.cause", equalTo("TOO_OFTEN"));
        check(from("2001:db8:1:3::1")).body("refusal", nullValue());
    }

    @Test
    void whatCannotBeAnIdentityIsNotCounted() {
        for (int i = 0; i < 2 * Allowance.VISITS_OF_LINK.times(); i++) {
            check(Visitors.document("张三", "110105194912310021", LINK)).body("refusal.cause", equalTo("MALFORMED"));
        }
        check(Visitors.document("张三", NUMBER, LINK)).body("refusal", nullValue());
    }

    @Test
    void nobodyUsesUpTheCodesOfSomebodyElsesNumber() {
        for (int i = 0; i < Allowance.CODES_OF_LINK.times(); i++) {
            sendCode(MOBILE, LINK, ELSEWHERE).then().body("refusal", nullValue());
        }
        sendCode(MOBILE, LINK, ELSEWHERE).then().body("refusal.cause", equalTo("TOO_OFTEN"));
        for (int i = 0; i < 12; i++) {
            sendCode(MOBILE, "link-" + i, "203.0.113." + i).then().body("refusal", nullValue());
        }
        check(mobile("张三", NUMBER, Visitors.codeFor(MOBILE, LINK), LINK)).body("refusal", nullValue());
        verifyByMobile("alice", "张三", MOBILE).statusCode(201);
    }

    @Test
    void whoeverGuessesAtTheCodeAsksTheAuthorityNothing() throws SQLException {
        String code = Visitors.codeFor(MOBILE, LINK);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < OneTimeSecrets.MAX_ATTEMPTS; i++) {
            check(mobile("张三", NUMBER, wrong, LINK)).body("refusal.cause", equalTo("NOT_PROVEN"));
        }
        check(mobile("张三", NUMBER, code, LINK)).body("refusal.cause", equalTo("NOT_PROVEN"));
        assertThat(database.spent()).isZero();
    }

    @Test
    void whoComesAgainWithinMinutesPaysOnce() throws SQLException {
        check(Visitors.document("张三", NUMBER, LINK)).body("refusal", nullValue());
        check(Visitors.document("张三", NUMBER, LINK)).body("refusal", nullValue());
        assertThat(database.spent()).isEqualTo(50);
        clock.putForward(Duration.ofMinutes(11));
        check(Visitors.document("张三", NUMBER, LINK)).body("refusal", nullValue());
        assertThat(database.spent()).isEqualTo(100);
    }

    @Test
    void visitsDoNotUseUpWhatAccountsNeed() throws SQLException {
        database.haveSpent(clock, 199_990, "VISITS");
        check(Visitors.document("张三", NUMBER, LINK)).body("refusal.cause", equalTo("TOO_OFTEN"));
        verify("alice", document("张三", NUMBER)).statusCode(201);
    }

    /// Part of PIPL-15.1.
    @Test
    void nothingThatIsSpentOnVisitsKeepsAnybodyFromWithdrawing() throws SQLException {
        database.haveSpent(clock, 199_990, "VISITS");
        database.haveSpent(clock, 999_990);
        check(Visitors.document("张三", NUMBER, LINK)).body("refusal.cause", equalTo("TOO_OFTEN"));
        check(withdrawing()).body("refusal", nullValue()).body("standing.assurance", equalTo("ID_DOCUMENT"));
        database.haveSpent(clock, 999_990, "WITHDRAWALS");
        check(Visitors.with(withdrawing(), "name", "李四")).body("refusal.cause", equalTo("TOO_OFTEN"));
    }

    private static Map<String, Object> withdrawing() {
        return Visitors.with(
                Visitors.document("张三", NUMBER, LINK),
                "door",
                Map.of("link", LINK, "address", Visitors.ADDRESS, "withdrawing", true));
    }

    @Test
    void noTimeTellsWhetherANumberIsProvenHere() {
        verify("bob", document("张三", NUMBER)).statusCode(201);
        assertThat(Timing.difference(() -> tried("不符", NUMBER), () -> tried("不符", UNKNOWN_NUMBER)))
                .isCloseTo(0, offset(Timing.NOISE));
        assertThat(Timing.difference(() -> tried("不符", UNKNOWN_NUMBER), () -> tried("无此人", UNKNOWN_NUMBER)))
                .isCloseTo(0, offset(Timing.NOISE));
    }

    @Test
    void noTimeTellsWhetherAMobileNumberIsKnownOrFlooded() throws SQLException {
        verifyByMobile("bob", "张三", MOBILE).statusCode(201);
        assertThat(Timing.difference(() -> asked(MOBILE), () -> asked(UNKNOWN_MOBILE)))
                .isCloseTo(0, offset(Timing.NOISE));
        String flooded = "13700137000";
        asked(flooded);
        database.useUpAll(Allowance.CODES_OF_MOBILE_ANYWHERE);
        assertThat(Timing.difference(() -> asked(flooded), () -> asked("139%08d".formatted(next.get()))))
                .isCloseTo(0, offset(Timing.NOISE));
    }

    private void tried(String name, String number) {
        String link = "timed-" + next.incrementAndGet();
        check(Visitors.with(Visitors.document(name, number, link), "door", door(link, address())))
                .body("refusal.cause", equalTo("NOT_PROVEN"));
    }

    private void asked(String mobile) {
        sendCode(mobile, "timed-" + next.incrementAndGet(), address()).then().statusCode(200);
    }

    private String address() {
        return "10.0.%d.%d".formatted(next.get() / 200, next.get() % 200);
    }

    private static Map<String, Object> from(String address) {
        return Visitors.with(Visitors.document("张三", NUMBER, LINK), "door", door(LINK, address));
    }
}
