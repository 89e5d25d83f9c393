package io.mingshi.records.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintFiled;
import io.mingshi.contracts.event.Event;
import io.mingshi.records.Installation;
import io.mingshi.records.Installation.Secrets;
import io.mingshi.records.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A verification of more records than are held in memory at once.
class VerificationRunTest {
    private static final int RECORDS = 9_000;

    @TempDir
    private Path folder;

    private Installation installation;
    private Verifier verifier;
    private List<String> kept;

    @BeforeEach
    void keepMany() {
        installation = new Installation(TestDatabase.fresh(), folder.resolve("log"), Secrets.fresh(), Optional.empty());
        installation.log().start();
        kept = installation.keep(
                "complaints",
                IntStream.range(0, RECORDS).mapToObj(VerificationRunTest::filed).toArray(Event[]::new));
        installation.awaitLogged();
        verifier = new Verifier(installation);
    }

    @AfterEach
    void stop() {
        installation.close();
    }

    @Test
    void oneThatStoppedGoesOnWhereItWasAndRowsMovedOverPagesAreFound() {
        installation.database().execute("update record set position = 8801 - position where position in (1, 8800)");
        VerificationRows rows = verifier.rows();
        assertThat(rows.begin("V", "test", "first")).isTrue();
        var pages = new AtomicInteger(1);
        verifier.verifyRecords().run("V", "first", () -> pages.getAndDecrement() > 0);
        assertThat(rows.find("V").orElseThrow().state()).isEqualTo(Verification.State.RUNNING);
        assertThat(rows.find("V").orElseThrow().next()).isEqualTo(4096);

        assertThat(rows.begin("W", "test", "third")).isFalse();
        assertThat(rows.takeOver("second", Duration.ofHours(1))).isEmpty();
        rows.release("first");
        assertThat(rows.takeOver("second", Duration.ofHours(1))).isPresent();
        verifier.verifyRecords().run("V", "first", () -> true);
        assertThat(rows.find("V").orElseThrow().next())
                .as("who was superseded writes nothing")
                .isEqualTo(4096);
        verifier.verifyRecords().run("V", "second", () -> true);

        Verification ended = rows.find("V").orElseThrow();
        assertThat(ended.outcome()).isEqualTo("FOUND");
        assertThat(ended.records()).isEqualTo(RECORDS);
        assertThat(ended.findings()).isEqualTo(2);
        assertThat(verifier.found().of("V", 0, 10).stream().map(Verification.Found::sentence))
                .containsExactlyInAnyOrder(
                        "record " + kept.get(1) + " at position 1 was moved to position 8800",
                        "record " + kept.get(8800) + " at position 8800 was moved to position 1");
    }

    private static Event filed(int number) {
        return new ComplaintFiled("T-" + number, new ProduceId("W-1"), "that is me", Instant.EPOCH, Instant.EPOCH);
    }
}
