package io.mingshi.platform.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/// Somebody in front of one browser, who may have no mouse and may not see the screen.
///
/// @param faults what the browser complained about: scripts that failed, and what the content policy refused
record Reader(Page page, List<String> faults) implements AutoCloseable {
    private static final String AXE = script();
    private static final int MOST_TABS = 80;

    static Reader of(Page page) {
        var faults = new CopyOnWriteArrayList<String>();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                faults.add(message.text());
            }
        });
        return new Reader(page, faults);
    }

    void open(String path) {
        page.navigate(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    void awaitShown(String selector) {
        page.waitForSelector(selector);
    }

    void awaitHidden(String selector) {
        page.waitForSelector(selector, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /// Goes to an element with the tabulator key alone, and sees where the focus is.
    void tabTo(String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if (isTrue("s => document.activeElement.matches(s)", selector)) {
                assertThat(isTrue(
                                "() => getComputedStyle(document.activeElement).outlineStyle !== 'none'"
                                        + " && parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2",
                                ""))
                        .as("the focus can be seen on " + selector)
                        .isTrue();
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    String text(String selector) {
        return page.locator(selector).innerText();
    }

    /// Whether the focus was brought to this element, so that a screen reader reads on from there.
    void focusIsOn(String selector) {
        page.waitForFunction("s => document.activeElement.matches(s)", selector);
    }

    /// Nothing on the page as it stands breaks WCAG 2.1 A or AA as far as axe can tell, nothing is cut off or scrolls
    /// sideways, and no script failed.
    void hasNoBarriers(String where) {
        page.evaluate(AXE);
        assertThat(page.evaluate("""
                async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })).violations
                    .flatMap(found => found.nodes.map(node => found.id + ': ' + node.html + ' ' + node.failureSummary))""")).as(where).isEqualTo(List.of());
        assertThat(isTrue("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth", ""))
                .as(where + " fits the width of the screen")
                .isTrue();
        assertThat(faults).as(where).isEmpty();
    }

    private boolean isTrue(String script, String argument) {
        return Boolean.TRUE.equals(page.evaluate(script, argument));
    }

    @Override
    public void close() {
        page.context().close();
    }

    private static String script() {
        try (var in = Objects.requireNonNull(Reader.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
