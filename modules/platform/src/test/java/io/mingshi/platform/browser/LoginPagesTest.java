package io.mingshi.platform.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.platform.browser.Chromium.Language;
import io.mingshi.platform.browser.Chromium.Screen;
import io.mingshi.testkit.LocalStack;
import io.mingshi.testkit.TestRealm;
import io.mingshi.testkit.TestRealm.Someone;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages of the login, in each language and on each screen, through the real Keycloak.
@QuarkusTest
class LoginPagesTest {
    private static @Nullable Chromium chromium;

    private final TestRealm realm = new TestRealm();

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

    @BeforeEach
    void onlyVerifiedPeopleComeIn() {
        realm.verify("http://127.0.0.1:" + address.getPort(), "refused");
    }

    @AfterEach
    void othersLogInAsBefore() {
        realm.verifyNobody();
    }

    @ParameterizedTest
    @MethodSource("io.mingshi.platform.browser.Chromium#readers")
    void noPageOfTheLoginHasABarrier(Language language, Screen screen) {
        Someone someone = realm.newPerson();
        try (Reader reader = reader(language, screen)) {
            reader.open(login(language));
            reader.hasNoBarriers("login");
            logIn(reader, new Someone(someone.id(), someone.name(), "a guess"));
            reader.hasNoBarriers("wrong password");
            logIn(reader, someone);
            reader.hasNoBarriers("step");
            for (String way : new String[] {"MOBILE", "NATIONAL_IDENTITY", "ID_DOCUMENT"}) {
                choose(reader, "way", way);
                reader.hasNoBarriers(way);
            }
            choose(reader, "way", "NATIONAL_IDENTITY");
            choose(reader, "deed", "challenge");
            reader.hasNoBarriers("challenge");
            choose(reader, "way", "ID_DOCUMENT");
            document(reader, "张三", "110105194912310021");
            reader.hasNoBarriers("wrong number");
            document(reader, "小明", Given.numberOfAChild());
            reader.hasNoBarriers("child");
            choose(reader, "deed", "guardian");
            reader.hasNoBarriers("guardian's link");
        }
    }

    @Test
    void aBarrierWouldBeFound() {
        try (Reader reader = reader(Language.ENGLISH, Screen.PHONE)) {
            reader.open(login(Language.ENGLISH));
            reader.page().evaluate("() => document.querySelector('label').remove()");
            assertThatThrownBy(() -> reader.hasNoBarriers("a field without a name"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("label");
        }
    }

    @Test
    void theKeyboardAloneLeadsThroughTheStep() {
        Someone someone = realm.newPerson();
        try (Reader reader = reader(Language.ENGLISH, Screen.DESK)) {
            reader.open(login(Language.ENGLISH));
            reader.tabTo("#username");
            reader.type(someone.name());
            reader.tabTo("#password");
            reader.type(someone.password());
            reader.press("Enter");
            reader.awaitShown("#verify-real-name");
            reader.tabTo("button[name=way][value=MOBILE]");
            reader.press("Enter");
            reader.awaitShown("#mobile");
            assertThat(reader.text("main")).doesNotContainPattern("\\p{IsHan}");
            reader.tabTo("#name");
            reader.type("张三");
            reader.tabTo("#number");
            reader.type("110105194912310021");
            reader.tabTo("#mobile");
            reader.type("12");
            reader.tabTo("button[value=code]");
            reader.press("Enter");
            reader.awaitShown("[role=alert]");
            reader.focusIsOn("#mobile");
        }
    }

    private static void document(Reader reader, String name, String number) {
        reader.page().fill("#name", name);
        reader.page().fill("#number", number);
        reader.page().click("button[name=deed][value=verify]:visible");
        reader.awaitShown("[role=alert]");
    }

    private static void choose(Reader reader, String name, String value) {
        reader.page().click("button[name=" + name + "][value=" + value + "]");
        reader.page().waitForLoadState();
    }

    private static void logIn(Reader reader, Someone someone) {
        reader.page().fill("#username", someone.name());
        reader.page().fill("#password", someone.password());
        reader.page().click("#kc-login");
        reader.page().waitForLoadState();
    }

    private static String login(Language language) {
        var stack = LocalStack.properties();
        return stack.getProperty("keycloak.realm-url") + "/protocol/openid-connect/auth?client_id="
                + stack.getProperty("client.id") + "&response_type=code&scope=openid&ui_locales="
                + (language == Language.CHINESE ? "zh-CN" : "en") + "&redirect_uri="
                + URLEncoder.encode("http://127.0.0.1/arrived", UTF_8);
    }

    private Reader reader(Language language, Screen screen) {
        return Objects.requireNonNull(chromium).reader(language, screen, address, null);
    }
}
