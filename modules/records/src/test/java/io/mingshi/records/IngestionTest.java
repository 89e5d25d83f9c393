package io.mingshi.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintFiled;
import io.mingshi.contracts.event.Event;
import io.mingshi.records.Installation.Secrets;
import io.mingshi.records.verification.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records and evidence log stay one, with two instances and with a process that is killed. Part of DSP-16.2.
class IngestionTest {
    private static final int KILLS = 4;
    private static final int ROUNDS = 60;
    private static final int TOGETHER = 3;

    @TempDir
    private Path folder;

    private final Secrets secrets = Secrets.fresh();

    @Test
    void twoInstancesGivePositionsWithoutGapsInTheOrderOfEach() {
        TestDatabase database = TestDatabase.fresh();
        try (Installation one = installation(database);
                Installation other = installation(TestDatabase.at(database.url()))) {
            one.log().start();
            other.log().start();
            var first = CompletableFuture.supplyAsync(() -> keep(one, "one"));
            var second = CompletableFuture.supplyAsync(() -> keep(other, "other"));
            for (List<String> kept : List.of(first.join(), second.join())) {
                assertThat(kept.stream().map(one::position).toList()).isSorted();
            }
            one.awaitLogged();
            int all = 2 * ROUNDS * TOGETHER;
            assertThat(database.one("select count(distinct position) || ' ' || min(position) || ' ' || max(position)"
                            + " from record"))
                    .isEqualTo(all + " 0 " + (all - 1));
            assertThat(one.log().evidence().size()).isEqualTo(all);
            assertThat(new Verifier(one).findings()).isEmpty();
        }
    }

    @Test
    void aKillBetweenTheDatabaseAndTheLogLosesNothing() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        var random = new Random(7);
        long unlogged = 0;
        for (int round = 0; round < KILLS; round++) {
            Process keeper = keeper(database, "round" + round);
            try (var lines = keeper.inputReader(UTF_8)) {
                assertThat(lines.readLine()).isEqualTo("keeping");
                assertThat(keeper.waitFor(400 + random.nextInt(800), TimeUnit.MILLISECONDS))
                        .isFalse();
                keeper.destroyForcibly().waitFor();
            }
            try (Installation dead = installation(TestDatabase.at(database.url()))) {
                unlogged += dead.store().ledger().next() - dead.log().evidence().size();
            }
        }
        assertThat(unlogged)
                .as("records that the log had not when the process died")
                .isPositive();
        try (Installation restarted = installation(database)) {
            restarted.log().start();
            restarted.awaitLogged();
            assertThat(restarted.log().evidence().size())
                    .isEqualTo(restarted.store().ledger().next())
                    .isEqualTo(Long.parseLong(database.one("select count(*) from record")));
            assertThat(new Verifier(restarted).findings()).isEmpty();
        }
    }

    private Installation installation(TestDatabase database) {
        return new Installation(database, folder.resolve("log"), secrets, Optional.empty());
    }

    private static List<String> keep(Installation installation, String name) {
        List<String> kept = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String ticket = name + "-" + round;
            kept.addAll(installation.keep(
                    "complaints",
                    IntStream.range(0, TOGETHER)
                            .mapToObj(i -> new ComplaintFiled(
                                    ticket + "-" + i, new ProduceId("W-1"), "", Instant.EPOCH, Instant.EPOCH))
                            .toArray(Event[]::new)));
        }
        return kept;
    }

    private Process keeper(TestDatabase database, String name) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledKeeper.class.getName(),
                        database.url(),
                        folder.resolve("log").toString(),
                        secrets.kek(),
                        secrets.logKey(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
