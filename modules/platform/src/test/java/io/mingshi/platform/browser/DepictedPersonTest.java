package io.mingshi.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.mingshi.platform.browser.Chromium.Language;
import io.mingshi.platform.browser.Chromium.Screen;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The depicted person's whole way through a link on a phone, with the keyboard alone and without an account.
@QuarkusTest
class DepictedPersonTest {
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

    /// Part of DSP-14.2 and PIPL-15.1.
    @ParameterizedTest
    @EnumSource
    void somebodyConsentsKeepsTheReceiptAndWithdrawsByKeyboardAlone(Language language) throws IOException {
        String link = Given.aLink();
        try (Reader reader = reader(language)) {
            reader.open(link);
            assertThat(reader.text("#read")).contains(Given.PURPOSE, "mingshi-demo-edit");
            prove(reader);
            repeatTheWords(reader);
            consent(reader);
            String receipt = keepTheReceipt(reader);
            assertThat(Given.worth(receipt)).isEqualTo("VALID");
            reader.tabTo("#withdraw");
            reader.press("Enter");
            reader.awaitHidden("#take-back");
            reader.focusIsOn("#outcome");
            reader.hasNoBarriers("withdrawn");
            assertThat(Given.worth(receipt)).isEqualTo("WITHDRAWN");
            checkOnThePublicPage(reader, receipt);
        }
    }

    @Test
    void somebodyComesBackToTheLinkSeesWhatIsKeptAndWithdrawsByDeletingIt() {
        String link = Given.aLink();
        try (Reader reader = reader(Language.CHINESE)) {
            reader.open(link);
            prove(reader);
            repeatTheWords(reader);
            consent(reader);
            reader.open(link);
            reader.hasNoBarriers("a link that was answered");
            assertThat(reader.text("#prove-title")).contains("撤回");
            byMobile(reader, Given.DEPICTED);
            reader.awaitShown("#done");
            reader.tabTo("#data summary");
            reader.press("Enter");
            reader.awaitShown("#stored li");
            assertThat(reader.text("#data")).contains("核验方式", "仅存储").doesNotContain(Given.DEPICTED_NUMBER);
            reader.hasNoBarriers("what is kept");
            reader.tabTo("#erase");
            reader.press("Enter");
            reader.focusIsOn("#closed-title");
            assertThat(reader.text("#closed")).contains("没有任何同意还有效");
            reader.hasNoBarriers("deleted");
        }
    }

    @Test
    void refusingTakesADocumentNumberAndNoWords() {
        String link = Given.aLink();
        try (Reader reader = reader(Language.ENGLISH)) {
            begin(reader, link);
            byNumberAlone(reader, Given.DEPICTED);
            reader.awaitShown("#passcode");
            reader.tabTo("#passcode .refuse");
            reader.press("Enter");
            reader.awaitShown("#done");
            assertThat(reader.text("#outcome")).isEqualTo("You have refused");
            reader.hasNoBarriers("refused");
            reader.open(link);
            assertThat(reader.text("#closed-title")).isEqualTo("This request was refused");
        }
    }

    @Test
    void whoHasADocumentNumberAloneConsentsOnceAnOfficerSawTheDocument() {
        String link = Given.aLink();
        try (Reader reader = reader(Language.CHINESE)) {
            begin(reader, link);
            byNumberAlone(reader, Given.DEPICTED);
            reader.awaitShown("#passcode");
            repeatTheWords(reader, "#check");
            reader.focusIsOn("#waiting-title");
            reader.hasNoBarriers("an officer sees the document");
            tryTooEarly(reader);
            String check = reader.page().locator("#check-number").textContent();
            anOfficerConfirms(check);
            reader.open(link);
            reader.awaitShown("#check");
            reader.tabTo("#go-on");
            reader.press("Enter");
            consent(reader);
        }
    }

    private static void tryTooEarly(Reader reader) {
        reader.tabTo("#go-on");
        reader.press("Enter");
        reader.awaitShown("#decide");
        reader.page().check("[name=separately]");
        reader.page().click("[value=GRANT]");
        reader.awaitShown("#answer .error");
        assertThat(reader.text("#answer .error")).contains("须先由工作人员核对您本人");
    }

    @Test
    void theNationalServiceLetsInWithoutANumber() {
        String link = Given.aLink();
        try (Reader reader = reader(Language.ENGLISH)) {
            begin(reader, link);
            reader.page().check("[value=NATIONAL_IDENTITY]");
            reader.tabTo("#get-challenge");
            reader.press("Enter");
            reader.awaitShown("#challenge");
            reader.hasNoBarriers("the national service");
            String challenge = reader.page().locator("#challenge").textContent();
            reader.page().fill("[name=credential]", Given.credential("somebody", challenge));
            reader.page().click("#identity button[type=submit]");
            reader.awaitShown("#passcode");
        }
    }

    @Test
    void whatIsNotConfirmedIsSaidAndCanBeTriedAgain() {
        String link = Given.aLink();
        try (Reader reader = reader(Language.CHINESE)) {
            begin(reader, link);
            byNumberAlone(reader, "不符");
            reader.awaitShown("#identity-error");
            assertThat(reader.text("#identity-error")).contains("身份核验未通过，请对照证件核对姓名和号码");
            reader.hasNoBarriers("not confirmed");
            reader.page().fill("[name=name]", Given.DEPICTED);
            reader.press("Enter");
            reader.awaitShown("#passcode");
        }
    }

    @Test
    void whoComesWhileTheAuthorityIsOutOfServiceIsToldToComeBack() {
        String link = Given.aLink();
        try (Reader reader = reader(Language.CHINESE)) {
            begin(reader, link);
            byNumberAlone(reader, "故障");
            reader.awaitShown("#identity-error");
            assertThat(reader.text("#identity-error")).contains("身份核验机构暂时没有响应，请稍后再试。");
        }
    }

    @Test
    void wrongWordsLeadToAnOfficerInTheEnd() {
        String link = Given.aLink();
        try (Reader reader = reader(Language.CHINESE)) {
            reader.open(link);
            prove(reader);
            for (int left = 4; left > 0; left--) {
                reader.page().fill("[name=typed]", "不是 这三 个词");
                reader.press("Enter");
                reader.page()
                        .waitForFunction(
                                "left => document.querySelector('#repeat .error').textContent.includes(left)",
                                "输错 " + left + " 次");
            }
            reader.hasNoBarriers("wrong words");
            reader.page().fill("[name=typed]", "不是 这三 个词");
            reader.press("Enter");
            reader.awaitShown("#waiting");
            reader.focusIsOn("#waiting-title");
            assertThat(reader.text("#waiting")).contains("人工核实", "拒绝");
            reader.hasNoBarriers("an officer decides");
            anOfficerConfirms("口令输错次数用完");
            begin(reader, link);
            byMobile(reader, Given.DEPICTED);
            reader.awaitShown("#decide");
            consent(reader);
        }
    }

    @Test
    void aGuardianAnswersForAChildAfterAnOfficerChecked() {
        String link = Given.aLink();
        try (Reader reader = reader(Language.ENGLISH)) {
            begin(reader, link);
            reader.page().check("[value=guardian]");
            reader.hasNoBarriers("a guardian");
            reader.page().fill("[name=childName]", "李小");
            reader.page().fill("[name=childNumber]", Given.numberOfAChild());
            reader.page().focus("[value=guardian]");
            byMobile(reader, Given.DEPICTED);
            reader.awaitShown("#passcode");
            repeatTheWords(reader, "#waiting");
            assertThat(reader.text("#waiting")).contains("guardian");
            reader.hasNoBarriers("a guardian waits");
            anOfficerConfirms("监护关系");
        }
    }

    /// The newest check of which the page says this.
    private void anOfficerConfirms(String words) {
        try (Reader olga =
                Objects.requireNonNull(chromium).reader(Language.CHINESE, Screen.DESK, address, Tokens.of("olga"))) {
            olga.open("/console/checks");
            olga.hasNoBarriers("checks by hand");
            Locator checks = olga.page().locator("article:has-text('" + words + "')");
            int before = checks.count();
            checks.last().locator("textarea").fill("a call back at the number on file");
            checks.last().locator("[value=true]").click();
            olga.page()
                    .waitForFunction(
                            "([words, before]) => [...document.querySelectorAll('article')].filter(one =>"
                                    + " one.innerText.includes(words)).length < before",
                            List.of(words, before));
        }
    }

    private static void begin(Reader reader, String link) {
        reader.open(link);
        reader.tabTo("#onward");
        reader.press("Enter");
        reader.focusIsOn("#prove-title");
    }

    private static void prove(Reader reader) {
        reader.hasNoBarriers("what is asked");
        reader.tabTo("#onward");
        reader.press("Enter");
        reader.focusIsOn("#prove-title");
        byMobile(reader, Given.DEPICTED);
        reader.awaitShown("#passcode");
        reader.focusIsOn("#passcode-title");
        reader.hasNoBarriers("three words");
    }

    private static void byMobile(Reader reader, String name) {
        String mobile = Given.mobile();
        typeDocument(reader, name);
        reader.tabTo("[name=mobile]");
        reader.type(mobile);
        reader.tabTo("#send-code");
        reader.press("Enter");
        reader.focusIsOn("[name=code]");
        reader.type(Given.codeSentTo(mobile));
        reader.press("Enter");
    }

    /// Goes down among the ways with the arrow keys, as one does with radio buttons.
    private static void byNumberAlone(Reader reader, String name) {
        reader.tabTo("[value=MOBILE]");
        reader.press("ArrowDown");
        reader.press("ArrowDown");
        assertThat(reader.page().isChecked("[value=ID_DOCUMENT]")).isTrue();
        typeDocument(reader, name);
        reader.press("Enter");
    }

    private static void typeDocument(Reader reader, String name) {
        reader.tabTo("[name=name]");
        reader.type(name);
        reader.tabTo("[name=number]");
        reader.type(Given.DEPICTED_NUMBER);
    }

    private static void repeatTheWords(Reader reader) {
        repeatTheWords(reader, "#decide");
        reader.focusIsOn("#decide-title");
    }

    private static void repeatTheWords(Reader reader, String next) {
        String words = reader.page().locator("#words > span").first().innerText();
        reader.tabTo("[name=typed]");
        reader.type(words);
        reader.press("Enter");
        reader.awaitShown(next);
    }

    private static void consent(Reader reader) {
        reader.hasNoBarriers("the decision");
        assertThat(reader.page().isChecked("[name=separately]")).isFalse();
        assertThat(reader.page().isDisabled("[value=GRANT]")).isTrue();
        reader.tabTo("[name=separately]");
        reader.press("Space");
        reader.tabTo("[value=GRANT]");
        reader.press("Enter");
        reader.awaitShown("#done");
        reader.focusIsOn("#outcome");
        reader.hasNoBarriers("consented");
    }

    private static String keepTheReceipt(Reader reader) throws IOException {
        reader.tabTo("#keep");
        Download download = reader.page().waitForDownload(() -> reader.press("Enter"));
        assertThat(download.suggestedFilename()).startsWith("consent-receipt-").endsWith(".jws");
        return Files.readString(download.path());
    }

    private static void checkOnThePublicPage(Reader reader, String receipt) {
        reader.open("/receipt");
        reader.tabTo("textarea");
        reader.page().keyboard().insertText(receipt);
        reader.tabTo("button[type=submit]");
        reader.press("Enter");
        reader.awaitShown("#result");
        reader.focusIsOn("#verdict");
        assertThat(reader.text("#verdict")).containsAnyOf("同意已被撤回", "The consent was withdrawn");
        reader.hasNoBarriers("a receipt that was checked");
    }

    private Reader reader(Language language) {
        return Objects.requireNonNull(chromium).reader(language, Screen.PHONE, address, null);
    }
}
