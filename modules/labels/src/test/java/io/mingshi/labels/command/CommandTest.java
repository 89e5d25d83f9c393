package io.mingshi.labels.command;

import static io.mingshi.labels.Samples.PRODUCER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandTest {
    private static final String THEIRS = Samples.OTHER_PRODUCER.value();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path picture;

    @BeforeEach
    void picture() throws IOException {
        picture = Files.write(folder.resolve("in.png"), Samples.png(300, 200));
    }

    private int run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
    }

    private int label(Path from, Path to, Object... more) {
        Object[] all = new Object[more.length + 6];
        System.arraycopy(new Object[] {"label", from, "-o", to, "--producer", PRODUCER}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return run(all);
    }

    private AigcLabel labelOf(Path file) throws IOException {
        return new LabelVerifier().verify(file).label().orElseThrow();
    }

    @Test
    void aFileIsLabelledAndVerified() throws IOException {
        Path target = folder.resolve("out.png");
        assertThat(label(picture, target, "--produce-id", "work-1")).isZero();
        assertThat(labelOf(target)).isEqualTo(AigcLabel.generated(PRODUCER, "work-1"));
        assertThat(run("verify", target)).isZero();
        assertThat(out.toString()).contains("COMPLIANT (PNG)", "work-1", "METADATA");
        assertThat(run("verify", picture)).isEqualTo(1);
    }

    @Test
    void theReportIsAlsoJson() {
        Path target = folder.resolve("out.png");
        label(picture, target, "--produce-id", "work-1");
        assertThat(run("verify", "--json", target)).isZero();
        CBORObject report = CBORObject.FromJSONString(out.toString().strip());
        assertThat(report.get("verdict").AsString()).isEqualTo("COMPLIANT");
        assertThat(report.get("label").get("ProduceID").AsString()).isEqualTo("work-1");
        assertThat(report.get("findings").size()).isPositive();
    }

    @Test
    void aFolderIsLabelledFileByFileAndTheRefusedOnesAreNamed() throws IOException {
        Path from = Files.createDirectories(folder.resolve("from/deep")).getParent();
        Files.write(from.resolve("a.png"), Samples.png(200, 200));
        Files.write(from.resolve("deep/b.wav"), Samples.wav(16_000, 1, 16));
        Files.writeString(from.resolve("deep/c.md"), "# Title\n");
        Path to = folder.resolve("to");
        assertThat(label(from, to)).isZero();
        assertThat(run("verify", to)).isZero();
        assertThat(labelOf(to.resolve("a.png")).produceId())
                .isNotEqualTo(labelOf(to.resolve("deep/b.wav")).produceId());
        Files.write(from.resolve("deep/broken.png"), new byte[] {1, 2, 0});
        assertThat(label(from, folder.resolve("to2"))).isEqualTo(1);
        assertThat(out.toString()).contains("broken.png", "REFUSED", "LABELLED");
        assertThat(folder.resolve("to2/deep/broken.png")).doesNotExist();
    }

    @Test
    void theLabelOfAnotherProducerIsKeptAndWeAreAdded() throws IOException {
        Path theirs = folder.resolve("theirs.png");
        run("label", picture, "-o", theirs, "--producer", THEIRS, "--produce-id", "theirs-1");
        Path ours = folder.resolve("ours.png");
        assertThat(label(theirs, ours, "--produce-id", "ours-1")).isZero();
        AigcLabel label = labelOf(ours);
        assertThat(label.contentProducer()).isEqualTo(THEIRS);
        assertThat(label.produceId()).isEqualTo("theirs-1");
        assertThat(label.contentPropagator()).isEqualTo(PRODUCER.value());
        assertThat(label.propagateId()).isEqualTo("ours-1");
        label(theirs, ours, "--produce-id", "ours-2", "--replace");
        assertThat(labelOf(ours)).isEqualTo(AigcLabel.generated(PRODUCER, "ours-2"));
    }

    @Test
    void allLayersGoInAndAreFoundAgain() throws IOException {
        Path keys = folder.resolve("keys");
        assertThat(run("keys", keys, "--producer", PRODUCER)).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        Path large = Files.write(folder.resolve("large.png"), Samples.png(700, 600));
        Path target = folder.resolve("all.png");
        assertThat(label(large, target, "--watermark", "--sign", "--c2pa", "--keys", keys))
                .as(err.toString())
                .isZero();
        assertThat(run("verify", "--keys", keys, target)).as(out.toString()).isZero();
        assertThat(out.toString()).contains("WATERMARK_FOUND", "SECURITY_DATA_TRUSTED", "C2PA_TRUSTED");
        assertThat(run("keys", keys)).isEqualTo(1);
    }

    @Test
    void aTextCanHaveASidecarThatKnowsItsText() throws IOException {
        Path text = Files.writeString(folder.resolve("in.txt"), "A poem.\n");
        Path target = folder.resolve("out.txt");
        assertThat(label(text, target, "--produce-id", "poem-1", "--sidecar")).isZero();
        assertThat(Files.readString(folder.resolve("out.txt.aigc.json"))).contains("\"ProduceID\":\"poem-1\"");
        assertThat(run("verify", target)).isZero();
        assertThat(out.toString()).contains("the sidecar fits", "poem-1");
        Files.writeString(target, Files.readString(target) + "One line more.\n");
        assertThat(run("verify", target)).isEqualTo(1);
        assertThat(out.toString()).contains("another text, or the text was changed");
    }

    @Test
    void aVoicePromptIsTakenOnlyIfItsWordsAndItsSpeedConform() throws IOException {
        Path sound = Files.write(folder.resolve("in.wav"), Samples.wav(16_000, 1, 16, 64_000));
        Path voice = Files.write(folder.resolve("voice.wav"), Samples.wav(16_000, 1, 16, 40_000));
        Path target = folder.resolve("out.wav");
        assertThat(label(sound, target, "--voice-prompt", voice)).isEqualTo(1);
        assertThat(err.toString()).contains("--voice-words");
        assertThat(label(sound, target, "--voice-prompt", voice, "--voice-words", "你好"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("人工智能");
        assertThat(label(sound, target, "--voice-prompt", voice, "--voice-words", "本段由人工智能生成合成的语音内容，请注意"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("characters a minute");
        assertThat(label(sound, target, "--voice-prompt", voice, "--voice-words", "人工智能生成"))
                .isZero();
    }

    @Test
    void whatIsWrongIsSaidInOneSentence() throws IOException {
        assertThat(run("label", picture, "-o", folder.resolve("x.png"))).isEqualTo(2);
        assertThat(err.toString()).contains("--producer CODE");
        assertThat(label(folder.resolve("missing.png"), folder.resolve("x.png")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("there is no file").contains("missing.png");
        Path target = folder.resolve("x.png");
        Files.writeString(target, "precious");
        Path broken = Files.write(folder.resolve("broken.png"), Arrays.copyOf(Samples.png(99, 99), 120));
        assertThat(label(broken, target)).isEqualTo(1);
        assertThat(Files.readString(target, UTF_8)).isEqualTo("precious");
        try (var left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).allMatch(name -> !name.startsWith("."));
        }
    }

    @Test
    void twoFilesThatWouldGetOneNameAreRefusedBeforeAnythingIsWritten() throws IOException {
        Path first =
                Files.writeString(Files.createDirectories(folder.resolve("a")).resolve("x.txt"), "one\n");
        Path second =
                Files.writeString(Files.createDirectories(folder.resolve("b")).resolve("x.txt"), "two\n");
        Path to = folder.resolve("to");
        assertThat(run("label", first, second, "-o", to, "--producer", PRODUCER))
                .isEqualTo(2);
        assertThat(err.toString()).contains(first.toString(), second.toString(), to.resolve("x.txt") + ":");
        assertThat(to).doesNotExist();
    }

    @Test
    void aMalformedKeyFileIsNamedInOneSentence() throws IOException {
        for (String name : List.of("producers.txt", "watermark.key", "root.pem")) {
            Path keys = Files.createDirectory(folder.resolve("keys-" + name));
            Files.writeString(keys.resolve(name), "!\n");
            assertThat(run("verify", "--keys", keys, picture)).as(name).isEqualTo(1);
            assertThat(err.toString()).startsWith("mingshi: " + name + " in the key folder ");
            assertThat(err.toString().lines()).hasSize(1);
        }
        Path keys = Files.createDirectory(folder.resolve("keys"));
        Files.write(keys.resolve("label.pem"), new byte[] {(byte) 0xFF});
        assertThat(label(picture, folder.resolve("x.png"), "--sign", "--keys", keys))
                .isEqualTo(1);
        assertThat(err.toString()).contains("label.pem in the key folder").doesNotContain("\tat ");
    }

    @Test
    void whatIsWrongWithAFileIsSaidBesideIt() throws IOException {
        Path keys = Files.createDirectory(folder.resolve("keys"));
        Files.writeString(keys.resolve("label.pem"), "no key\n");
        Path from = Files.createDirectory(folder.resolve("from"));
        Files.write(from.resolve("a.png"), Samples.png(300, 200));
        assertThat(label(from, folder.resolve("to"), "--sign", "--keys", keys)).isEqualTo(1);
        assertThat(out.toString()).contains("a.png", "REFUSED", "label.pem in the key folder");
    }

    @Test
    void aFolderThatCannotBeReadIsNamed() {
        assertThat(Main.sentence(new UncheckedIOException(new AccessDeniedException("from/secret"))))
                .isEqualTo("the system gives no access to from/secret");
    }

    @Test
    void layersThatAnothersLabelLeavesNoRoomForAreRefused() {
        Path theirs = folder.resolve("theirs.png");
        run("label", picture, "-o", theirs, "--producer", THEIRS);
        Path ours = folder.resolve("ours.png");
        for (List<String> asked : List.of(
                List.of("--watermark"),
                List.of("--sign"),
                List.of("--c2pa"),
                List.of("--explicit", "top-left"),
                List.of("--places", "start,end"),
                List.of("--whole-film"))) {
            assertThat(label(theirs, ours, asked.toArray())).isEqualTo(1);
            assertThat(err.toString()).contains("leave out " + asked.getFirst() + ",", "--replace", THEIRS);
            assertThat(ours).doesNotExist();
        }
        assertThat(label(theirs, ours, "--explicit", "top-left", "--replace")).isZero();
    }

    @Test
    void severalLabelsAreOnlyReplacedWhenThatIsSaid() throws IOException {
        byte[] json = ("{\"AIGC\":" + AigcLabel.generated(PRODUCER, "ours-1").toJson() + ",\"AIGC\":"
                        + AigcLabel.generated(Samples.OTHER_PRODUCER, "theirs-1")
                                .toJson() + "}")
                .getBytes(UTF_8);
        Path several = Files.write(folder.resolve("several.json"), json);
        Path target = folder.resolve("out.json");
        assertThat(label(several, target)).isEqualTo(1);
        assertThat(err.toString()).contains("more than one label", "--replace");
        assertThat(target).doesNotExist();
        assertThat(label(several, target, "--produce-id", "ours-2", "--replace", "--explicit", "none"))
                .as(err.toString())
                .isZero();
        assertThat(labelOf(target).produceId()).isEqualTo("ours-2");
    }

    @Test
    void noKeysAreMadeForACodeThatIsNone() {
        Path keys = folder.resolve("keys");
        assertThat(run("keys", keys, "--producer", "12")).isEqualTo(1);
        assertThat(keys).doesNotExist();
        assertThat(run("keys", keys, "--producer", PRODUCER)).isZero();
    }
}
