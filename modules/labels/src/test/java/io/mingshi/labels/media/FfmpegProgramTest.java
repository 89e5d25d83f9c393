package io.mingshi.labels.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelException.Code;
import io.mingshi.labels.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegProgramTest {
    private static final Limits SHORT = new Limits(Duration.ofSeconds(1), Duration.ofSeconds(5), 100_000, 2L << 30);

    @TempDir
    private Path folder;

    @BeforeEach
    void needsShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the program is played by a shell script");
    }

    /// A program that lists no encoders and does this with everything else.
    private FfmpegProgram playing(String script) throws IOException {
        Path program = folder.resolve("ffmpeg");
        Files.writeString(program, "#!/bin/sh\ncase \"$*\" in *-encoders*) exit 0;; esac\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new FfmpegProgram(program, program, SHORT);
    }

    private static void refuses(ThrowingCallable work, String because) {
        assertThatThrownBy(work)
                .isInstanceOf(LabelException.class)
                .hasMessageContaining(because)
                .extracting(e -> ((LabelException) e).code())
                .isEqualTo(Code.TOOL_FAILED);
    }

    @Test
    void aSlowProgramIsEndedWithAllThatItStarted() throws IOException {
        FfmpegProgram slow = playing("sleep 61.7 & sleep 61.7");
        long start = System.nanoTime();
        refuses(() -> slow.run(List.of()), "took longer than 1 seconds");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(ProcessHandle.allProcesses()
                        .filter(ProcessHandle::isAlive)
                        .map(process -> process.info().commandLine().orElse("")))
                .noneMatch(command -> command.contains("sleep 61.7"));
    }

    @Test
    void aProgramThatBurnsProcessorTimeIsEndedByTheSystem() throws IOException {
        playing("while :; do :; done");
        FfmpegProgram busy = new FfmpegProgram(
                folder.resolve("ffmpeg"),
                folder.resolve("ffmpeg"),
                new Limits(Duration.ofSeconds(60), Duration.ofSeconds(1), 1_000, 2L << 30));
        refuses(() -> busy.run(List.of()), "could not do it");
    }

    @Test
    void aProgramThatGivesTooMuchIsEnded() throws IOException {
        refuses(() -> playing("exec cat /dev/zero").run(List.of()), "gave more than 100000 bytes");
    }

    @Test
    void aFileThatGrowsTooLongEndsTheProgramThatWritesIt() throws IOException {
        Path file = folder.resolve("long");
        FfmpegProgram writer = playing("exec head -c 5000000 /dev/zero > \"" + file + "\"");
        refuses(() -> writer.run(List.of()), "could not do it");
        assertThat(Files.size(file)).isLessThan(200_000);
    }

    @Test
    void theLastComplaintsAreTheReasonWithoutFolders() throws IOException {
        FfmpegProgram chatty = playing("head -c 1000000 /dev/zero >&2; echo >&2; echo 'line one' >&2;"
                + " echo 'file:/srv/secret/folder/7.mp4: moov atom not found' >&2; exit 3");
        refuses(() -> chatty.run(List.of()), "line one; 7.mp4: moov atom not found");
    }

    @Test
    void standardInputIsClosedAndNoVariablesArePassedOn() throws IOException {
        FfmpegProgram asks = playing("cat; echo \"$HOME$FFREPORT$USER.\" >&2; exit 1");
        refuses(() -> asks.run(List.of()), "could not do it: .");
    }

    @Test
    void interruptingTheThreadEndsTheProgram() throws Exception {
        FfmpegProgram slow =
                new FfmpegProgram(playing("exec sleep 60").path(), folder.resolve("ffmpeg"), Limits.STANDARD);
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        CountDownLatch started = new CountDownLatch(1);
        Thread thread = Thread.ofVirtual().start(() -> {
            started.countDown();
            try {
                slow.run(List.of());
            } catch (LabelException e) {
                outcome.complete(e);
            }
        });
        started.await();
        thread.interrupt();
        assertThat(outcome.get(10, TimeUnit.SECONDS)).hasMessageContaining("was stopped");
    }

    @Test
    void withoutTheProgramItIsSaidWhatToInstall() {
        assertThatThrownBy(() -> FfmpegProgram.find(folder.resolve("none").toString()))
                .isInstanceOf(LabelException.class)
                .hasMessageContaining("install ffmpeg")
                .extracting(e -> ((LabelException) e).code())
                .isEqualTo(Code.TOOL_MISSING);
    }

    @Test
    void theProgramThatIsNamedIsTaken() throws IOException {
        Path named = playing("exit 0").path();
        Files.copy(named, folder.resolve("ffprobe"), StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(FfmpegProgram.find(named.toString()).path()).isEqualTo(named);
    }

    @Test
    void readingTakesMinutesAtMost() throws IOException {
        FfmpegProgram program = playing("exit 0");
        assertThat(program.reading().limits()).isEqualTo(SHORT);
        assertThat(new FfmpegProgram(program.path(), program.path(), Limits.STANDARD)
                        .reading()
                        .limits())
                .isEqualTo(Limits.READING);
    }

    @Test
    void whatIsProbedIsBounded() throws IOException {
        FfmpegProgram wordy = playing("i=0; while [ $i -lt 90 ]; do echo \"streams.stream.$i.index=$i\";"
                + " echo \"streams.stream.$i.codec_type=\\\"data\\\"\"; i=$((i+1)); done");
        assertThatThrownBy(() -> wordy.probe(MediaType.MP4, folder.resolve("x.mp4")))
                .isInstanceOf(LabelException.class)
                .hasMessageContaining("more than 64 streams");
    }
}
