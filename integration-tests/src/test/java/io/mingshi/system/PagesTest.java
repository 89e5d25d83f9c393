package io.mingshi.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingshi.conformance.Provider;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The public pages, as a browser shows them once their scripts have run.
class PagesTest {
    private static final String BROWSER = "chromium";
    private static final List<String> QUIETLY = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--virtual-time-budget=10000",
            "--dump-dom");

    @TempDir
    private Path folder;

    @BeforeEach
    void requireBrowser() {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, BROWSER)));
        assumeTrue(there, BROWSER + " is missing; to enable: sudo apt-get install " + BROWSER);
    }

    @Test
    void theStartPageShowsEveryModelWithItsFilingNumber() throws Exception {
        assertThat(page("/")).contains("mingshi-demo-image", "DEMONSTRATION-NOT-FILED", "本平台内容由人工智能生成");
    }

    @Test
    void theComplaintPageShowsTheProcessAndItsLimit() throws Exception {
        assertThat(page("/complaints")).contains("<form", "5 working days", "15 working days");
    }

    @Test
    void theRulesPageShowsTheAgreementWithItsSectionOnLabels() throws Exception {
        assertThat(page("/rules")).contains("标识");
    }

    private String page(String path) throws Exception {
        List<String> command = new ArrayList<>(List.of(BROWSER, "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(QUIETLY);
        command.add(Provider.base() + path);
        Process browser = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String shown = new String(browser.getInputStream().readAllBytes(), UTF_8);
        assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return shown;
    }
}
