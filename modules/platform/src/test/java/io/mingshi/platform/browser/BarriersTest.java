package io.mingshi.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.platform.browser.Chromium.Language;
import io.mingshi.platform.browser.Chromium.Screen;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page, in each language and on each screen.
@QuarkusTest
class BarriersTest {
    private static final List<String> FOR_EVERYBODY = List.of(
            "/",
            "/complaints",
            "/complaints/nobody",
            "/verify",
            "/rules",
            "/receipt",
            "/problems/ROLE_MISSING",
            "/consent/nobody-sent-this");
    private static final List<String> FOR_USERS = List.of(
            "/console/login",
            "/console/intake",
            "/me/verification",
            "/me/data",
            "/me/consents",
            "/me/consents-given",
            "/me/guardian/nobody");
    private static final List<String> FOR_OFFICERS = List.of("/console/tickets", "/console/checks", "/console/records");

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

    @ParameterizedTest
    @MethodSource("io.mingshi.platform.browser.Chromium#readers")
    void noPageHasABarrier(Language language, Screen screen) {
        String link = Given.aLink();
        try (Reader anybody = reader(language, screen, null)) {
            FOR_EVERYBODY.forEach(page -> visit(anybody, page));
            visit(anybody, link);
        }
        try (Reader alice = reader(language, screen, Tokens.of("alice"))) {
            FOR_USERS.forEach(page -> visit(alice, page));
            visit(alice, link);
        }
        try (Reader olga = reader(language, screen, Tokens.of("olga"))) {
            FOR_OFFICERS.forEach(page -> visit(olga, page));
        }
    }

    @Test
    void aBarrierWouldBeFound() {
        try (Reader anybody = reader(Language.ENGLISH, Screen.PHONE, null)) {
            anybody.open("/complaints");
            anybody.page()
                    .evaluate(
                            "() => document.querySelector('input').parentNode.replaceWith(document.createElement('input'))");
            assertThatThrownBy(() -> anybody.hasNoBarriers("a field without a name"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("label");
        }
    }

    @Test
    void oneLanguageIsShownAndTheOtherIsOneKeyAway() {
        try (Reader anybody = reader(Language.CHINESE, Screen.PHONE, null)) {
            anybody.open("/receipt");
            assertThat(anybody.text("h1")).isEqualTo("回执查验");
            anybody.tabTo("#language");
            anybody.press("Enter");
            assertThat(anybody.text("h1")).isEqualTo("Check a receipt");
            anybody.open("/complaints");
            assertThat(anybody.text("h1")).isEqualTo("Complain");
            assertThat(anybody.page().locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }

    /// Pages without data that somebody wrote in Chinese.
    @Test
    void whoReadsEnglishIsLeftWithNoChinese() {
        try (Reader alice = reader(Language.ENGLISH, Screen.PHONE, Tokens.of("alice"))) {
            Stream.concat(
                            FOR_EVERYBODY.stream(),
                            Stream.of("/console/login", "/console/intake", "/me/verification", "/me/guardian/nobody"))
                    .forEach(page -> {
                        alice.open(page);
                        assertThat(alice.text("main")).as(page).isNotBlank().doesNotContainPattern("\\p{IsHan}");
                    });
        }
    }

    private static void visit(Reader reader, String page) {
        reader.open(page);
        reader.hasNoBarriers(page);
    }

    private Reader reader(Language language, Screen screen, @Nullable String token) {
        return Objects.requireNonNull(chromium).reader(language, screen, address, token);
    }
}
