package io.mingshi.platform.browser;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.provider.Arguments;

/// The Chromium that is installed on this machine.
///
/// Without one the tests are skipped, and say what to install; where the environment has `CI` they fail.
final class Chromium implements AutoCloseable {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final double PATIENCE_MILLIS = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Path program = find().orElseGet(Chromium::missing);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(FLAGS));
        return new Chromium(playwright, browser);
    }

    private static Optional<Path> find() {
        String named = System.getenv("CHROMIUM");
        return (named == null ? PLACES.stream() : Stream.of(named))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path missing() {
        String what = "no Chromium is installed here, and the pages are tested in one: on Debian and Ubuntu run"
                + " `apt-get install chromium fonts-wqy-microhei`, or name the program in the variable CHROMIUM";
        if (System.getenv("CI") != null) {
            fail(what);
        }
        return Assumptions.abort(what);
    }

    /// A fresh browser of somebody who reads this language on this screen.
    ///
    /// @param token makes them logged in without the login pages; null for somebody who is not
    Reader reader(Language language, Screen screen, URI address, @Nullable String token) {
        var options = new Browser.NewContextOptions()
                .setLocale(language.locale())
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(screen.colours())
                .setBaseURL(address.toString());
        if (token != null) {
            options.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token));
        }
        Page page = browser.newContext(options).newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return Reader.of(page);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    enum Language {
        CHINESE("zh-CN"),
        ENGLISH("en-GB");

        private final String locale;

        Language(String locale) {
            this.locale = locale;
        }

        String locale() {
            return locale;
        }
    }

    /// Everybody who may read a page: in each language, on each screen.
    static Stream<Arguments> readers() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(Screen.values()).map(screen -> Arguments.of(language, screen)));
    }

    enum Screen {
        PHONE(390, 844, ColorScheme.LIGHT),
        DESK(1280, 800, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme colours;

        Screen(int width, int height, ColorScheme colours) {
            this.width = width;
            this.height = height;
            this.colours = colours;
        }

        ColorScheme colours() {
            return colours;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }
}
