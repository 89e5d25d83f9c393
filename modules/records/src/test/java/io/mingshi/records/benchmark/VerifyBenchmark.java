package io.mingshi.records.benchmark;

import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintFiled;
import io.mingshi.contracts.event.Event;
import io.mingshi.records.Installation;
import io.mingshi.records.Installation.Secrets;
import io.mingshi.records.TestDatabase;
import io.mingshi.records.verification.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/// Measures how fast records are verified, in the memory that the process is given.
public final class VerifyBenchmark {
    private static final int TOGETHER = 1_000;

    private VerifyBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int records = Integer.parseInt(arguments[0]);
        var folder = Files.createTempDirectory("verify-benchmark");
        try (var installation = new Installation(TestDatabase.fresh(), folder, Secrets.fresh(), Optional.empty())) {
            installation.log().start();
            for (int kept = 0; kept < records; kept += TOGETHER) {
                int first = kept;
                installation.keep(
                        "complaints",
                        IntStream.range(first, first + TOGETHER)
                                .mapToObj(VerifyBenchmark::filed)
                                .toArray(Event[]::new));
            }
            installation.awaitLogged();
            Instant start = Instant.now();
            int findings = new Verifier(installation).findings().size();
            Duration took = Duration.between(start, Instant.now());
            System.out.printf(
                    "%d records verified in %d ms, %d a second, %d findings, heap at most %d MB%n",
                    records,
                    took.toMillis(),
                    records * 1000L / Math.max(1, took.toMillis()),
                    findings,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static Event filed(int number) {
        return new ComplaintFiled("T-" + number, new ProduceId("W-1"), "x".repeat(700), Instant.EPOCH, Instant.EPOCH);
    }
}
