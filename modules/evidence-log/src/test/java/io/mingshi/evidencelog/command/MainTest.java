package io.mingshi.evidencelog.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void aLogWithTwoEntries() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "first");
        Files.writeString(folder.resolve("b.txt"), "second");
        assertThat(run("init", path("log"), "--origin", "example.com/log", "--key", path("log.key")))
                .isZero();
        assertThat(said.toString()).startsWith("example.com/log+");
        assertThat(run("append", path("log"), path("a.txt"), path("b.txt"), "--key", path("log.key")))
                .isZero();
        assertThat(said.toString()).contains("0\t", "1\t");
    }

    @Test
    void aProofIsMadeAndVerifiesWithTheFileTheProofAndTheKeyAlone() throws IOException {
        assertThat(run("prove", path("log"), path("b.txt"))).isZero();
        Files.move(folder.resolve("log"), folder.resolve("gone"));
        assertThat(verify("b.txt")).isZero();
        assertThat(said.toString()).contains("is entry 1 of example.com/log, which then had 2 entries");
    }

    @Test
    void anotherFileIsNotVerified() {
        assertThat(run("prove", path("log"), path("b.txt"))).isZero();
        assertThat(run("verify", path("a.txt"), "--proof", path("b.txt.tlog-proof"), "--key", path("log.key.pub")))
                .isEqualTo(1);
        assertThat(said.toString()).contains("does not belong to this entry");
    }

    @Test
    void anotherKeyDoesNotVerify() throws IOException {
        run("prove", path("log"), path("b.txt"));
        run("init", path("other"), "--origin", "example.com/log", "--key", path("other.key"));
        assertThat(run("verify", path("b.txt"), "--proof", path("b.txt.tlog-proof"), "--key", path("other.key.pub")))
                .isEqualTo(1);
    }

    @Test
    void whatIsMissingIsToldInASentence() {
        assertThat(run("prove", path("log"), path("missing"))).isEqualTo(3);
        assertThat(said.toString()).startsWith("there is no file ").doesNotContain("Exception");
        assertThat(run("prove", path("log"), path("log.key.pub"))).isEqualTo(3);
        assertThat(said.toString()).contains("the log of 2 entries does not have");
        assertThat(run("audit", path("nothing"), "--key", path("log.key.pub"))).isEqualTo(3);
        assertThat(said.toString()).contains("there is no log here");
        assertThat(run("verify", path("a.txt"))).isEqualTo(2);
    }

    @Test
    void anEntryThatWasAlteredIsNamed() throws IOException {
        assertThat(run("audit", path("log"), "--key", path("log.key.pub"))).isZero();
        assertThat(said.toString()).contains("all 2 entries of example.com/log fit");
        Path bundle = folder.resolve("log/tile/entries/000.p/2");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length - 1] ^= 1;
        Files.write(bundle, bytes);
        assertThat(run("audit", path("log"), "--key", path("log.key.pub"))).isEqualTo(1);
        assertThat(said.toString()).contains("entry 1 in tile/entries/000.p/2 does not fit");
    }

    @Test
    void twoCheckpointsAreOfOneHistoryOrAFork() throws IOException {
        Files.copy(folder.resolve("log/checkpoint"), folder.resolve("old"));
        Files.writeString(folder.resolve("c.txt"), "third");
        run("append", path("log"), path("c.txt"), "--key", path("log.key"));
        assertThat(diff("old", "log/checkpoint")).isZero();
        assertThat(said.toString()).contains("consistent: 1 entries were appended to 2");
        run("init", path("fork"), "--origin", "example.com/log", "--key", path("log.key"));
        run("append", path("fork"), path("c.txt"), path("a.txt"), "--key", path("log.key"));
        assertThat(diff("log/checkpoint", "fork/checkpoint")).isEqualTo(1);
        assertThat(said.toString()).contains("FORK: example.com/log signed two histories");
    }

    @Test
    void aPrivateKeyIsForItsOwnerAlone() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("log.key"))).hasSize(2);
    }

    private int verify(String file) {
        return run("verify", path(file), "--proof", path(file + ".tlog-proof"), "--key", path("log.key.pub"));
    }

    private int diff(String one, String other) {
        return run("diff", path(one), path(other), "--log", path("log"), "--key", path("log.key.pub"));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        said.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        return line.execute(arguments);
    }
}
