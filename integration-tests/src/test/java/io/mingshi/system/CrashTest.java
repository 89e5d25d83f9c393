package io.mingshi.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingshi.client.Logins;
import io.mingshi.client.Platform;
import io.mingshi.client.StackFile;
import io.mingshi.labels.ExplicitWording;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.Verdict;
import io.mingshi.testkit.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// kill -9 in the middle of 200 concurrent generations, then restart: what a client received in full is recorded
/// exactly once and labelled, and what no client received is not marked as delivered.
///
/// `-Dmingshi.crash=POSTGRESQL` kills that part only.
class CrashTest {
    private static final int REQUESTS = 200;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static OwnStack stack;
    private static PlatformProcess platform;
    private static Platform program;
    private static Logins logins;

    /// What is killed.
    enum Victim {
        PLATFORM,
        POSTGRESQL,
        KAFKA;

        void die() throws IOException {
            switch (this) {
                case PLATFORM -> {
                    platform.kill();
                    platform.restart();
                }
                case POSTGRESQL -> stack.kill("postgresql");
                case KAFKA -> stack.kill("kafka");
            }
        }
    }

    @BeforeAll
    static void start() throws IOException {
        stack = OwnStack.start("crash-stack");
        platform = PlatformProcess.start(stack.properties(), "crash-platform");
        logins = new Logins(StackFile.of(stack.properties()));
        Platform alice = platform.client().as(logins.of("alice"));
        alice.post(
                "/api/identity/verifications",
                Map.of("method", "ID_DOCUMENT", "name", "测试用户甲", "number", "110000190001010012"));
        String key = alice.post("/api/gateway/keys", Map.of("name", "crash"))
                .json()
                .path("key")
                .asText();
        program = platform.client().as(key);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (platform != null) {
            platform.stop();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasReceivedIsRecordedOnceAndNothingElseIsMarkedDelivered(Victim victim) throws Exception {
        assumeTrue(
                System.getProperty("mingshi.crash", victim.name()).equals(victim.name()),
                "only -Dmingshi.crash=" + System.getProperty("mingshi.crash") + " was asked for");
        Records records = new Records(stack.properties(), platform.databasePrefix());
        Set<String> before = new HashSet<>(records.kept("WorkDelivered"));
        Load load = new Load(program);

        load.run(REQUESTS, victim::die);

        platform.awaitReady();
        records.settle();
        System.out.println(victim + " killed: " + load.received().size() + " works received in full, " + load.failed()
                + " requests not answered in full");
        Set<String> received = load.received().stream().map(Received::work).collect(Collectors.toSet());
        assertThat(received).as("no work is delivered twice under one number").hasSameSizeAs(load.received());
        assertRecordedOnce(records, received);
        assertLabelledAsRecorded(records, load);
        Set<String> marked = new HashSet<>(records.kept("WorkDelivered"));
        marked.removeAll(before);
        assertThat(received).as("only what was received is marked as delivered").containsAll(marked);
        assertThat(records.kept("WorkDelivered")).doesNotHaveDuplicates();
    }

    @Test
    @Requirement("DSP-21.2")
    void pausesActWithinSecondsAndSurviveARestart() throws Exception {
        for (String scope : List.of("GENERATION", "PUBLICATION", "REGISTRATION")) {
            assertThat(operator()
                            .put("/api/governance/pauses/" + scope, Map.of("reason", "by order"))
                            .status())
                    .isEqualTo(200);
        }
        try {
            await().atMost(SOON).until(() -> isRefusedForPause());
            platform.kill();
            platform.restart();
            assertThat(isRefusedForPause()).isTrue();
            assertThat(platform.client().get("/api/governance/pauses").text())
                    .contains("GENERATION", "PUBLICATION", "REGISTRATION");
        } finally {
            for (String scope : List.of("GENERATION", "PUBLICATION", "REGISTRATION")) {
                operator().delete("/api/governance/pauses/" + scope);
            }
        }
        await().atMost(SOON).until(() -> !isRefusedForPause());
    }

    private static boolean isRefusedForPause() throws IOException {
        return program.post("/v1/images/generations", Map.of("model", "mingshi-demo-image", "prompt", "a harbour"))
                .problem()
                .equals("GENERATION_PAUSED");
    }

    /// Keycloak, too, has to notice that its database was restarted: it may refuse the first login after that.
    private static Platform operator() {
        String token = await().atMost(SOON)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> logins.of("oscar"), Objects::nonNull);
        return platform.client().as(token);
    }

    private static void assertRecordedOnce(Records records, Set<String> received) throws Exception {
        List<String> recorded = records.kept("WorkRecorded");
        assertThat(recorded).doesNotHaveDuplicates();
        assertThat(recorded).containsAll(received);
    }

    private static void assertLabelledAsRecorded(Records records, Load load) throws Exception {
        Set<String> hashes = new HashSet<>(records.hashes());
        for (Received work : load.received()) {
            assertThat(hashes).contains(work.work() + " " + sha256(work.content()));
            assertThat(isLabelled(work)).as("label of %s", work.work()).isTrue();
        }
    }

    private static boolean isLabelled(Received work) {
        var report = new LabelVerifier().verify(work.content());
        if (report.type().filter(MediaType.PNG::equals).isPresent()) {
            return report.verdict() == Verdict.COMPLIANT
                    && report.label().orElseThrow().produceId().equals(work.work());
        }
        return ExplicitWording.conforms(new String(work.content(), StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
