package io.mingshi.evidencelog.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    void aPrunedLogIsAuditedAsFarAsItGoes() throws IOException {
        String[] many = new String[300];
        for (int i = 0; i < many.length; i++) {
            many[i] = path("entry" + i);
            Files.writeString(Path.of(many[i]), "entry " + i);
        }
        List<String> append = new ArrayList<>(List.of("append", path("log"), "--key", path("log.key")));
        append.addAll(List.of(many));
        assertThat(run(append.toArray(String[]::new))).isZero();
        assertThat(run("prune", path("log"), "--below", "260", "--key", path("log.key")))
                .isZero();
        assertThat(said.toString()).contains("from 260 to before 302");
        assertThat(run("audit", path("log"), "--key", path("log.key.pub"))).isZero();
        assertThat(said.toString())
                .contains("46 entries of example.com/log, from 256 on, fit the root")
                .contains("not checked: the log says that it pruned what is below 260");
        assertThat(run("prove", path("log"), many[299])).isZero();
        assertThat(run("prove", path("log"), path("a.txt"))).isEqualTo(3);
        assertThat(said.toString()).contains("what is before was pruned");
        Files.writeString(folder.resolve("log/minimum-index"), "not signed");
        assertThat(run("audit", path("log"), "--key", path("log.key.pub"))).isEqualTo(3);
    }

    @Test
    void aLogInABucketNeedsItsVariables() {
        assertThat(run("audit", "s3://bucket/log", "--key", path("log.key.pub")))
                .isEqualTo(3);
        assertThat(said.toString()).contains("AWS_ENDPOINT_URL").doesNotContain("Exception");
        assertThat(run("audit", "s3:///log", "--key", path("log.key.pub"))).isEqualTo(3);
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
