package io.mingshi.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
    @TempDir
    private Path directory;

    @Test
    void childrenOfASupervisorKilledWithSignal9DieToo() throws Exception {
        Process supervisor = supervisor();
        ProcessHandle child = noted("sleeper.child");
        ProcessHandle grandchild = noted("grandchild");

        supervisor.destroyForcibly().waitFor();

        await(() -> !child.isAlive() && !grandchild.isAlive());
    }

    @Test
    void whatOutlivedSupervisorAndGuardIsEndedByTheNextStart() throws Exception {
        Process supervisor = supervisor();
        ProcessHandle child = noted("sleeper.child");
        ProcessHandle grandchild = noted("grandchild");
        await(() -> !read(directory.resolve("sleeper.guard")).isBlank());
        freeze(supervisor);
        killGuards(supervisor);
        supervisor.destroyForcibly().waitFor();
        assertThat(child.isAlive()).isTrue();

        assertThat(new Remnants(directory).end()).containsExactly("sleeper");

        await(() -> !child.isAlive() && !grandchild.isAlive());
    }

    @Test
    void aStrangerWithARememberedProcessIdIsLeftAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            long earlier = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
            Files.writeString(directory.resolve("part.guard"), stranger.pid() + " " + earlier + "\n");
            Files.writeString(directory.resolve("part.child"), stranger.pid() + "\n");

            assertThat(new Remnants(directory).end()).isEmpty();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void anOrderlyStopLetsTheProgramFinish() throws Exception {
        String program = "trap 'echo finished; exit 7' TERM; echo begun; while :; do sleep 0.1; done";
        Guard guard = new Guard(directory);
        GuardedProcess process =
                guard.start("orderly", new Launch(List.of("sh", "-c", program), Map.of(), directory, "TERM"));
        await(() -> read(guard.log("orderly")).contains("begun"));

        process.stop();

        assertThat(read(guard.log("orderly"))).contains("finished");
        assertThat(process.awaitExit()).isEqualTo(7);
    }

    private Process supervisor() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Guarding.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("supervisor.log").toFile())
                .start();
    }

    /// A frozen supervisor cannot tidy up behind its guards.
    private static void freeze(Process supervisor) throws Exception {
        String pid = Long.toString(supervisor.pid());
        assertThat(new ProcessBuilder("sh", "-c", "kill -STOP " + pid).start().waitFor())
                .isZero();
    }

    /// The guard's reader is a process of its own and would otherwise do the guard's duty.
    private static void killGuards(Process supervisor) {
        List<ProcessHandle> guards = supervisor
                .descendants()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(java.util.Arrays::stream)
                        .anyMatch("guard-sleeper"::equals))
                .toList();
        assertThat(guards).hasSize(2);
        guards.forEach(ProcessHandle::destroyForcibly);
    }

    private ProcessHandle noted(String file) {
        await(() -> !read(directory.resolve(file)).isBlank());
        return ProcessHandle.of(Long.parseLong(read(directory.resolve(file)).strip()))
                .orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean() && System.nanoTime() < limit) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
