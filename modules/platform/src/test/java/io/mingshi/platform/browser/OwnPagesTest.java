package io.mingshi.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.mingshi.platform.browser.Chromium.Language;
import io.mingshi.platform.browser.Chromium.Screen;
import io.mingshi.testkit.LocalStack;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What people do about themselves after login: verification, data, consents asked for and given.
@QuarkusTest
class OwnPagesTest {
    private static @Nullable Chromium chromium;

    @TestHTTPResource("/")
    URI address;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /// Part of DSP-9.1.
    @Test
    void aliceLogsInIsVerifiedByDocumentAndByMobileNumberAndSeesHerData() throws IOException {
        try (Reader alice = reader(null)) {
            alice.open("/me/verification");
            logIn(alice, "alice");
            alice.awaitShown("#verification");

            alice.page().fill("[name=name]", "张三");
            alice.page().fill("[name=number]", "110105194912310021");
            alice.press("Enter");
            alice.awaitShown("#form-error");
            assertThat(alice.text("#form-error")).contains("号码的校验位不符");
            alice.hasNoBarriers("a wrong number");

            alice.page().fill("[name=number]", "11010519491231002X");
            alice.press("Enter");
            alice.focusIsOn("#standing");
            assertThat(alice.text("#standing")).isEqualTo("您的身份已核验");

            alice.page().check("[value=MOBILE]");
            alice.page().fill("[name=name]", "张三");
            alice.page().fill("[name=number]", "11010519491231002X");
            String mobile = Given.mobile();
            alice.page().fill("[name=mobile]", mobile);
            alice.page().click("#send-code");
            alice.focusIsOn("[name=code]");
            alice.hasNoBarriers("a code was sent");
            alice.type(Given.codeSentTo(mobile));
            alice.press("Enter");
            alice.focusIsOn("#standing");
            assertThat(alice.text("#proofs")).contains("手机号码", "身份证件", "有效期至");

            alice.open("/me/data");
            assertThat(alice.text("#kept")).contains("张*", "2X").doesNotContain("张三", "11010519491231002X");
            alice.hasNoBarriers("my data");
            Download copy = alice.page().waitForDownload(() -> alice.page().click("#copy"));
            assertThat(Files.readString(copy.path())).contains("张三", "11010519491231002X");
        }
    }

    /// Part of DSP-14.1 and DSP-14.2.
    @Test
    void aliceAsksBobConsentsWithHisAccountAndWithdraws() {
        Given.aliceIsVerified();
        Given.bobShowedHisMobileNumber();
        String purpose = "a card " + UUID.randomUUID();
        try (Reader alice = reader("alice");
                Reader bob = reader(null)) {
            String link = ask(alice, purpose);
            bob.open(link);
            bob.page().click("#onward");
            bob.page().click("#log-in");
            logIn(bob, "bob");
            bob.page().click("#onward");
            bob.page().click("#with-account");
            bob.page().check("[name=separately]");
            bob.page().click("[value=GRANT]");
            bob.awaitShown("#done");
            bob.hasNoBarriers("consented with an account");

            alice.open("/me/consents");
            assertThat(cardOf(alice, purpose)).contains("已同意，有效");

            bob.open("/me/consents-given");
            bob.hasNoBarriers("consents given");
            bob.page().click("article:has-text('" + purpose + "') >> text=撤回同意");
            bob.page().waitForSelector("#done:has-text('同意已撤回')");
            assertThat(cardOf(bob, purpose)).contains("已撤回");

            alice.open("/me/consents");
            assertThat(cardOf(alice, purpose)).contains("已撤回");
        }
    }

    @Test
    void aGuardianReadsConsentsAndTakesItBack() {
        Given.bobIsVerified();
        try (Reader child = reader("alice");
                Reader bob = reader("bob")) {
            child.open("/me/verification");
            child.page().click("#guardian summary");
            child.page().click("#ask-guardian");
            child.awaitShown("#guardian-link");
            child.hasNoBarriers("a link for the guardian");

            bob.open(URI.create(child.text("#guardian-link")).getPath());
            assertThat(bob.text("#notice")).contains("未满十四周岁");
            bob.hasNoBarriers("what a guardian is asked");
            bob.page().check("[value=PARENT]");
            bob.page().check("[name=consent]");
            bob.press("Enter");
            bob.focusIsOn("#outcome");
            bob.hasNoBarriers("a guardian consented");

            bob.open("/me/consents-given");
            assertThat(bob.text("#children")).contains("有效");
            bob.hasNoBarriers("a guardianship");
            bob.page().click("#children button");
            bob.page().waitForFunction("() => document.querySelector('#children').innerText.includes('已撤回')");
        }
    }

    /// Part of NID-2 and PIPL-47.1: the national service is a way like the others, and deletion says what became of it.
    @Test
    void carolIsVerifiedByTheNationalServiceAndDeletesHerIdentity() {
        try (Reader carol = reader("carol")) {
            carol.open("/me/verification");
            carol.page().check("[value=NATIONAL_IDENTITY]");
            carol.page().click("#get-challenge");
            carol.awaitShown("#challenge");
            carol.hasNoBarriers("the national service");
            carol.page().fill("[name=credential]", Given.credential("carol", carol.text("#challenge")));
            carol.page().click("#verification button[type=submit]");
            carol.focusIsOn("#standing");
            assertThat(carol.text("#state")).contains("您的身份已核验", "国家网络身份认证");

            carol.open("/me/data");
            carol.page().check("[name=sure]");
            carol.page().click("#erase button");
            carol.focusIsOn("#standing");
            assertThat(carol.text("#standing")).isEqualTo("个人信息已删除");
            carol.hasNoBarriers("erased");
            carol.open("/me/verification");
            carol.awaitHidden("#verification");
        }
    }

    private static void logIn(Reader reader, String person) {
        reader.page().fill("#username", person);
        reader.page().fill("#password", LocalStack.properties().getProperty("people." + person));
        reader.press("Enter");
    }

    @Test
    void aDeadPersonIsRefusedWithTheReason() {
        Given.aliceIsVerified();
        try (Reader alice = reader("alice")) {
            alice.open("/me/consents");
            fillIn(alice, "a film");
            alice.page().check("[value=DECEASED]");
            alice.page().click("#request button[type=submit]");
            alice.awaitShown("#form-error");
            assertThat(alice.text("#form-error")).contains("逝者无法作出同意");
        }
    }

    private static String ask(Reader alice, String purpose) {
        alice.open("/me/consents");
        fillIn(alice, purpose);
        alice.hasNoBarriers("a request");
        alice.page().click("#request button[type=submit]");
        alice.awaitShown("#asked");
        alice.focusIsOn("#asked-title");
        assertThat(alice.text("#prompt")).contains("请告知被编辑的个人，并取得其单独同意");
        alice.page().waitForFunction("() => document.querySelector('#code').naturalWidth > 0");
        alice.hasNoBarriers("a link to pass on");
        assertThat(cardOf(alice, purpose)).contains("等待答复");
        return URI.create(alice.text("#link")).getPath();
    }

    private static void fillIn(Reader alice, String purpose) {
        alice.page().click("#new summary");
        alice.page().check("[value=FACE_IMAGE]");
        alice.page().check("[value=mingshi-demo-edit]");
        alice.page().fill("[name=purpose]", purpose);
        alice.page().check("[value=LIMITED]");
    }

    private static String cardOf(Reader reader, String purpose) {
        return reader.text("article:has-text('" + purpose + "')");
    }

    private Reader reader(@Nullable String person) {
        return Objects.requireNonNull(chromium)
                .reader(Language.CHINESE, Screen.PHONE, address, person == null ? null : Tokens.of(person));
    }
}
