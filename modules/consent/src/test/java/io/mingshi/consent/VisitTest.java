package io.mingshi.consent;

import static io.mingshi.consent.Journey.answer;
import static io.mingshi.consent.Journey.as;
import static io.mingshi.consent.Journey.ask;
import static io.mingshi.consent.Journey.asked;
import static io.mingshi.consent.Journey.decide;
import static io.mingshi.consent.Journey.grant;
import static io.mingshi.consent.Journey.granted;
import static io.mingshi.consent.Journey.idOf;
import static io.mingshi.consent.Journey.question;
import static io.mingshi.consent.Journey.request;
import static io.mingshi.consent.Journey.with;
import static io.mingshi.consent.Page.NUMBER;
import static io.mingshi.consent.Page.OTHER_NUMBER;
import static io.mingshi.consent.Page.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.agroal.api.AgroalDataSource;
import io.mingshi.consent.Journey.Asked;
import io.mingshi.consent.visit.ForgetLapsed;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlayedIdentity.class)
class VisitTest {
    @Inject
    @DataSource("consent")
    AgroalDataSource dataSource;

    @Inject
    ForgetLapsed lapsing;

    @BeforeEach
    void everybodyIsProven() {
        PlayedIdentity.reset();
    }

    @Test
    @Requirement({"DSP-14.2", "PIPL-29.1"})
    void somebodyWithoutAnAccountConsentsThroughTheLink() {
        Asked asked = asked();
        Page page = Page.opened(asked.token());
        assertThat(PlayedIdentity.addresses()).containsExactly("127.0.0.1");
        page.answer(grant()).statusCode(403).body("code", equalTo("PASSCODE_NEEDED"));
        page.passed();
        page.answer(with(grant(), "separately", false)).statusCode(400).body("code", equalTo("NOT_SEPARATE"));
        decide(question(asked.consent())).body("permitted", equalTo(false));

        page.answer(grant())
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("evidenceHash", matchesPattern("[0-9a-f]{64}"));

        decide(question(asked.consent()))
                .body("permitted", equalTo(true))
                .body("subject", equalTo(PlayedIdentity.pseudonym(NUMBER)));
        for (String step : new String[] {"DepictedPersonVerified", "ChallengeAnswered", "ConsentGranted"}) {
            Topic.of("consent").await(event -> event.contains(step) && event.contains(asked.consent()));
        }
    }

    @Test
    void aRefusalTakesNoPasscode() {
        Asked asked = asked();
        Page.opened(asked.token())
                .answer(Map.of("answer", "REFUSE"))
                .statusCode(200)
                .body("state", equalTo("REFUSED"));
        decide(question(asked.consent())).body("permitted", equalTo(false));
    }

    @Test
    @Requirement({"PIPL-15.1", "DSP-14.4"})
    void theSamePageWithdrawsInNoMoreStepsThanItGave() {
        Asked asked = asked();
        Page.opened(asked.token()).passed().answer(grant()).statusCode(200);

        Page again = Page.opened(asked.token());
        again.receipt().statusCode(200).body("state", equalTo("ACTIVE"));
        again.withdraw().statusCode(200).body("state", equalTo("WITHDRAWN"));
        decide(question(asked.consent())).body("permitted", equalTo(false));
    }

    @Test
    void whoIsNotProvenDoesNotGetIn() {
        Asked asked = asked();
        Page.open(asked.token(), claim("不符", NUMBER)).statusCode(403).body("code", equalTo("IDENTITY_NOT_PROVEN"));
        PlayedIdentity.fallSilent();
        Page.open(asked.token(), claim("张三", NUMBER)).statusCode(503);
        PlayedIdentity.reset();
        Page.opened(asked.token());
    }

    @Test
    void theRequesterIsRecognisedWithoutTheAccount() {
        Asked asked = asked();
        PlayedIdentity.know(idOf("alice"), NUMBER);
        Page.open(asked.token(), claim("张三", NUMBER)).statusCode(403).body("code", equalTo("OWN_INVITATION"));
    }

    @Test
    void aNamedPersonAloneGetsIn() {
        String token = ask("alice", with(request(), "depicted", Map.of("name", "张 三")))
                .extract()
                .path("token");
        Page.open(token, claim("李四", OTHER_NUMBER)).statusCode(403).body("code", equalTo("NAMED_OTHERWISE"));
        Page.opened(token);
    }

    @Test
    void aLinkServesOnePersonAlone() {
        Asked asked = asked();
        Page first = Page.opened(asked.token());
        Page.open(asked.token(), claim("李四", OTHER_NUMBER)).statusCode(403).body("code", equalTo("LINK_BOUND"));
        answer("bob", asked.token(), grant()).statusCode(403).body("code", equalTo("LINK_BOUND"));
        first.passed().answer(grant()).statusCode(200);
        Page.open(granted().token(), claim("张三", NUMBER)).statusCode(403).body("code", equalTo("LINK_BOUND"));
    }

    @Test
    void aPageIsWorthNothingOnAnotherLinkNorAfterTheNextOne() {
        Asked asked = asked();
        Page old = Page.opened(asked.token());
        Page other = new Page(asked().token(), old.visit());
        other.passcode().statusCode(401).body("code", equalTo("NO_SUCH_VISIT"));
        other.withdraw().statusCode(401);
        new Page(asked.token(), "x".repeat(32)).answer(grant()).statusCode(401);
        Page.opened(asked.token());
        old.passcode().statusCode(401);
    }

    @Test
    void anAnsweredLinkTakesNoSecondAnswer() {
        Asked asked = asked();
        Page page = Page.opened(asked.token()).passed();
        page.answer(grant()).statusCode(200);
        page.answer(grant()).statusCode(409).body("code", equalTo("ALREADY_ANSWERED"));
        page.withdraw().statusCode(200);
        page.answer(grant()).statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en", "gapless"})
    void theWordsAreTakenInEitherLanguage(String how) {
        Page page = Page.opened(asked().token());
        String words = page.passcode().extract().path("words." + (how.equals("en") ? "en" : "zh"));
        page.type(how.equals("gapless") ? words.replace(" ", "") : " " + words.toUpperCase(java.util.Locale.ROOT))
                .statusCode(200)
                .body("passed", equalTo(true));
    }

    @Test
    void aPasscodeLivesForHalfAnHourAndOnlyTheNewestCounts() throws SQLException {
        Asked asked = asked();
        Page page = Page.opened(asked.token());
        page.type("苹果 苹果 苹果").statusCode(409).body("code", equalTo("NO_PASSCODE"));
        String old = page.passcode().extract().path("words.zh");
        String words = differing(page, old);
        page.type(old).body("passed", equalTo(false)).body("attemptsLeft", equalTo(4));
        update("update visit set passcode_until = now() where consent = ?", asked.consent());
        page.type(words).statusCode(409).body("code", equalTo("NO_PASSCODE"));
        page.passed();
    }

    @Test
    void whenAttemptsAreUsedUpAnOfficerDecides() {
        Asked asked = asked();
        Page page = Page.opened(asked.token());
        for (int left = 4; left >= 0; left--) {
            wrong(page).statusCode(200).body("passed", equalTo(false)).body("attemptsLeft", equalTo(left));
        }
        page.passcode().statusCode(403).body("code", equalTo("ATTEMPTS_USED_UP"));
        Page again = Page.opened(asked.token());
        again.passcode().statusCode(403);
        again.answer(grant()).statusCode(403);

        String check = waiting("olga", asked.consent(), "ATTEMPTS_USED_UP");
        decideByHand("alice", check, true).statusCode(403);
        decideByHand("olga", check, true).statusCode(204);
        decideByHand("olga", check, true).statusCode(409).body("code", equalTo("CHECK_DECIDED"));

        Page.opened(asked.token()).answer(grant()).statusCode(200).body("state", equalTo("ACTIVE"));
        Topic.of("consent").await(event -> event.contains("ManualCheckDecided") && event.contains(asked.consent()));
    }

    @Test
    void whatAnOfficerDoesNotConfirmStaysClosed() {
        Asked asked = asked();
        Page page = Page.opened(asked.token());
        for (int i = 0; i < 5; i++) {
            wrong(page);
        }
        decideByHand("olga", waiting("olga", asked.consent(), "ATTEMPTS_USED_UP"), false)
                .statusCode(204);
        page.answer(grant()).statusCode(403).body("code", equalTo("PASSCODE_NEEDED"));
        page.answer(Map.of("answer", "REFUSE")).statusCode(200);
    }

    /// Part of PIPL-31.1.
    @Test
    void aChildAnswersThroughAGuardianWhomAnOfficerFound() throws SQLException {
        Asked asked = asked();
        String child = bornOn(today().minusYears(10));
        Page.open(asked.token(), claim("张小三", child)).statusCode(403).body("code", equalTo("GUARDIAN_NEEDED"));
        Map<String, Object> guardian = with(claim("张三", NUMBER), "child", Map.of("name", "张小三", "number", child));
        Page page = Page.opened(asked.token(), guardian).passed();
        page.answer(grant()).statusCode(403).body("code", equalTo("GUARDIANSHIP_UNCHECKED"));
        decideByHand("olga", waiting("olga", asked.consent(), "GUARDIANSHIP"), true)
                .statusCode(204);

        page.answer(grant()).statusCode(200).body("state", equalTo("ACTIVE"));
        decide(question(asked.consent()))
                .body("permitted", equalTo(true))
                .body("subject", equalTo(PlayedIdentity.pseudonym(child)));

        update("update consent set guardian_until = now() where id = ?", asked.consent());
        decide(question(asked.consent())).body("permitted", equalTo(false)).body("subject", nullValue());
    }

    /// Part of PIPL-31.1.
    @Test
    void onTheFourteenthBirthdayTheGuardiansRuleEnds() {
        String almost = bornOn(today().minusYears(14).plusDays(1));
        String fourteen = bornOn(today().minusYears(14));
        Map<String, Object> guardian = claim("张三", NUMBER);
        Page.open(asked().token(), with(guardian, "child", Map.of("name", "张小三", "number", almost)))
                .statusCode(201)
                .body("guardianshipChecked", equalTo(false));
        Page.open(asked().token(), with(guardian, "child", Map.of("name", "张小三", "number", fourteen)))
                .statusCode(403)
                .body("code", equalTo("CHILD_EXPECTED"));
        Page.open(asked().token(), claim("张小三", fourteen)).statusCode(201);
        Map<String, Object> young = claim("张小三", bornOn(today().minusYears(17)));
        Page.open(asked().token(), with(young, "child", Map.of("name", "张小三", "number", almost)))
                .statusCode(403)
                .body("code", equalTo("GUARDIAN_NEEDED"));
    }

    @Test
    void aLinkWhoseTimeIsOverLetsNobodyIn() throws SQLException {
        Asked asked = asked();
        update("update consent set valid_until = now() where id = ?", asked.consent());
        Page.open(asked.token(), claim("张三", NUMBER)).statusCode(409).body("code", equalTo("LAPSED"));
    }

    @Test
    void onceThePeriodIsOverNothingIsKeptOfWhoVisited() throws SQLException {
        Asked lapsed = asked();
        Asked lasting = asked();
        for (Asked asked : new Asked[] {lapsed, lasting}) {
            Page.opened(asked.token(), Page.document("张三", NUMBER));
            update("update visit set open_until = now() where consent = ?", asked.consent());
        }
        update("update consent set valid_until = now() where id = ?", lapsed.consent());

        lapsing.forget();

        assertThat(count("visit", lapsed)).isZero();
        assertThat(count("manual_check", lapsed)).isZero();
        assertThat(count("visit", lasting)).isOne();
        assertThat(count("manual_check", lasting)).isOne();
    }

    private int count(String table, Asked asked) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select count(*) from " + table + " where consent = ?")) {
            select.setString(1, asked.consent());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Test
    void nothingOfTheIdentityIsKeptHere() throws SQLException {
        Asked asked = asked();
        Page page = Page.opened(asked.token()).passed();
        page.answer(grant()).statusCode(200);
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "select string_agg(c::text || v::text || o::text, '') from consent c"
                                + " join visit v on v.consent = c.id, outbox o where c.id = ?")) {
            select.setString(1, asked.consent());
            try (var rows = select.executeQuery()) {
                rows.next();
                assertThat(String.valueOf(rows.getString(1)))
                        .doesNotContain("张三")
                        .doesNotContain(NUMBER)
                        .doesNotContain(asked.token())
                        .doesNotContain(page.visit());
            }
        }
    }

    @Test
    void theLinkIsHadAsAQrCodeThatReadsBack() throws Exception {
        Asked asked = asked();
        String svg = RestAssured.get("/api/consent/invitations/" + asked.token() + "/qr.svg")
                .then()
                .statusCode(200)
                .contentType(containsString("image/svg+xml"))
                .extract()
                .asString();
        assertThat(read(svg)).endsWith("/consent/" + asked.token());
        RestAssured.get("/api/consent/invitations/" + "x".repeat(32) + "/qr.svg")
                .then()
                .statusCode(404);
    }

    /// Draws the squares large enough for a reader and reads them.
    private static String read(String svg) throws Exception {
        var box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        int size = Integer.parseInt(box.group(1));
        int scale = 4;
        int[] pixels = new int[size * scale * size * scale];
        Arrays.fill(pixels, 0xFFFFFF);
        var square = Pattern.compile("M(\\d+),(\\d+)h1v1").matcher(svg);
        while (square.find()) {
            for (int dy = 0; dy < scale; dy++) {
                int start = (Integer.parseInt(square.group(2)) * scale + dy) * size * scale;
                int x = Integer.parseInt(square.group(1)) * scale;
                Arrays.fill(pixels, start + x, start + x + scale, 0);
            }
        }
        var picture = new RGBLuminanceSource(size * scale, size * scale, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }

    private static io.restassured.response.ValidatableResponse wrong(Page page) {
        String words = page.passcode().statusCode(201).extract().path("words.zh");
        return page.type(words.startsWith("苹果") ? "香蕉 香蕉 香蕉" : "苹果 苹果 苹果");
    }

    private static String differing(Page page, String old) {
        String words = old;
        while (words.equals(old)) {
            words = page.passcode().extract().path("words.zh");
        }
        return words;
    }

    private static String waiting(String officer, String consent, String cause) {
        return as(officer)
                .get("/api/consent/manual-checks")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.consent == '" + consent + "' && it.cause == '" + cause + "' }.id");
    }

    private static io.restassured.response.ValidatableResponse decideByHand(
            String officer, String check, boolean confirmed) {
        return as(officer)
                .body(Map.of("confirmed", confirmed, "reason", "compared the document in a call"))
                .post("/api/consent/manual-checks/" + check + "/decision")
                .then();
    }

    private void update(String statement, String consent) throws SQLException {
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.setString(1, consent);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /// A number of nobody, of an area that was never issued; only its birth date is looked at here.
    private static String bornOn(LocalDate date) {
        return "000000" + date.format(DateTimeFormatter.BASIC_ISO_DATE) + "0017";
    }
}
