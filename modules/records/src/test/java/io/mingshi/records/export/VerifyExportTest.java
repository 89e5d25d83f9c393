package io.mingshi.records.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.records.export.archive.ExportFacts;
import io.mingshi.records.export.archive.Readme;
import io.mingshi.records.export.archive.RecordPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever has the private key of the log can sign anything; what was recorded cannot be changed even so.
class VerifyExportTest {
    private static final String KEY = SampleExport.KEY.verifier().toString();

    @TempDir
    private static Path folder;

    private static Path good;

    @BeforeAll
    static void make() throws IOException {
        good = SampleExport.make(Files.createDirectory(folder.resolve("good")), -1);
    }

    @Test
    void aGoodExportVerifiesWithTheKeyAlone() {
        Tampering.Answer answer = Tampering.verify(good, "--key", KEY);
        assertThat(answer.said())
                .contains("VERIFIED: export X1", "all 290 records", "every entry that the log has of the period")
                .contains("no witness cosigned")
                .doesNotContain("CAUTION");
        assertThat(answer.code()).isZero();
    }

    @Test
    void aKeyThatIsOnlyInTheExportIsNotTrustedInSilence() {
        Tampering.Answer answer = Tampering.verify(good);
        assertThat(answer.said()).contains("CAUTION", KEY);
        assertThat(answer.code()).isZero();
    }

    @Test
    void aWrongCommandLineIsToldApart() {
        assertThat(Tampering.verify(folder.resolve("nowhere.zip")).code()).isEqualTo(2);
        assertThat(Tampering.verify(good, "--key", "not a key").code()).isEqualTo(2);
        assertThat(Tampering.verify(good, "--key", KEY, "--policy", "x").code()).isEqualTo(2);
    }

    @Test
    void anEditedTextIsNamed() throws IOException {
        refused(lines("records.jsonl", line -> line.replace("第 300 条", "第 301 条")), "text of record 300 (E300)");
    }

    @Test
    void anEditedFieldIsNamed() throws IOException {
        refused(
                lines("records.jsonl", line -> line.replace("\"subject\":\"W300\"", "\"subject\":\"W3\"")),
                "record 300 (E300) is not the one that the log has");
    }

    @Test
    void aRecordThatIsLeftOutIsNamed() throws IOException {
        refused(lines("records.jsonl", line -> line.contains("\"E300\"") ? "" : line), "leaves out entry 300 (E300)");
    }

    @Test
    void anEntryThatIsLeftOutIsNamed() throws IOException {
        refused(
                files -> files.computeIfPresent("log/tile/entries/001", (_, bundle) -> {
                    int length = 2 + ((bundle[0] & 0xff) << 8) + (bundle[1] & 0xff);
                    return Arrays.copyOfRange(bundle, length, bundle.length);
                }),
                "tile/entries/001 has 255 entries instead of 256");
    }

    @Test
    void recordsThatChangedPlacesAreNamed() throws IOException {
        refused(
                files -> files.computeIfPresent("records.jsonl", (_, content) -> {
                    List<String> all =
                            new ArrayList<>(new String(content, UTF_8).lines().toList());
                    all.add(10, all.remove(11));
                    return (String.join("\n", all) + "\n").getBytes(UTF_8);
                }),
                "leaves out entry 280 (E280)");
    }

    @Test
    void anotherKeyIsNamed() throws IOException {
        SignerKey other = SignerKey.generate(SampleExport.KEY.verifier().name(), KeyType.LOG);
        Path forged = Tampering.of(good, folder.resolve("forged.zip"), other, files -> {
            files.put("log/key.txt", (other.verifier() + "\n").getBytes(UTF_8));
            files.put("log/policy.txt", ("log " + other.verifier() + "\nquorum none\n").getBytes(UTF_8));
        });
        Tampering.Answer answer = Tampering.verify(forged, "--key", KEY);
        assertThat(answer.said())
                .contains(
                        "not signed by the key that you trust", other.verifier().toString());
        assertThat(answer.code()).isEqualTo(1);
        assertThat(Tampering.verify(forged).said()).contains("no log of the policy signed the checkpoint");
    }

    @Test
    void aShorterPeriodIsNamed() throws IOException {
        refused(
                facts(facts -> new ExportFacts(
                        facts.id(),
                        facts.origin(),
                        new ExportFacts.Scope(
                                ExportFacts.Scope.PERIOD,
                                "",
                                facts.scope().from(),
                                SampleExport.START.plusSeconds(SampleExport.END - 5)),
                        facts.texts(),
                        facts.ordered(),
                        facts.plannedAt(),
                        facts.records(),
                        facts.logSize(),
                        facts.covered())),
                "record 555 does not belong");
        refused(
                facts(facts -> new ExportFacts(
                        facts.id(),
                        facts.origin(),
                        facts.scope(),
                        facts.texts(),
                        facts.ordered(),
                        facts.plannedAt(),
                        facts.records(),
                        facts.logSize(),
                        Optional.of(new ExportFacts.Covered(
                                SampleExport.FIRST - 5, SampleExport.END + 5, SampleExport.MARGIN.toSeconds())))),
                "do not reach beyond the start");
    }

    @Test
    void aPageThatShowsSomethingElseIsNamed() throws IOException {
        refused(lines("records/00001.html", line -> line.replace("W300", "W3")), "records/00001.html does not show");
    }

    @Test
    void instructionsOfSomebodyElseAreNamed() throws IOException {
        refused(lines("README.txt", line -> line + " "), "README.txt is not the one");
    }

    @Test
    void aRecordThatTheProviderLostIsNamedAlthoughTheExportAdmitsIt() throws IOException {
        Path lacking = SampleExport.make(Files.createDirectory(folder.resolve("lost")), 400);
        Tampering.Answer answer = Tampering.verify(lacking, "--key", KEY);
        assertThat(answer.said()).contains("without a record, and nothing explains that: entry 400 (E400)");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void recordsThatExpiredAreExplainedByTheRecordThatTellsOfIt() throws IOException {
        Path path = SampleExport.expired(Files.createDirectory(folder.resolve("expired")), 400, 402, 402);
        Tampering.Answer answer = Tampering.verify(path, "--key", KEY);
        assertThat(answer.said()).contains("all 287 records", "is shown to have expired (3)");
        assertThat(answer.code()).isZero();
    }

    @Test
    void recordsThatExpiredWithoutBeingToldOfAreLost() throws IOException {
        Path path = SampleExport.expired(Files.createDirectory(folder.resolve("more")), 400, 403, 402);
        assertThat(Tampering.verify(path, "--key", KEY).said()).contains("nothing explains that: entry 403 (E403)");
    }

    @Test
    void aPolicyOfTheInspectorCountsItsOwnWitnesses() throws IOException {
        SignerKey witness = SignerKey.generate("witness.example/w1", KeyType.WITNESS);
        String log = "log " + KEY + "\n";
        Path alone = Files.writeString(folder.resolve("alone"), log + "quorum none\n");
        Path watched =
                Files.writeString(folder.resolve("watched"), log + "witness w " + witness.verifier() + "\nquorum w\n");
        assertThat(Tampering.verify(good, "--policy", alone.toString()).code()).isZero();
        Tampering.Answer answer = Tampering.verify(good, "--policy", watched.toString());
        assertThat(answer.said()).contains("too few witnesses");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void anExpiryThatNoRecordTellsOfExplainsNothing() throws IOException {
        refused(
                files -> {
                    lines("records.jsonl", line -> line.contains("\"E300\"") ? "" : line)
                            .accept(files);
                    files.put(
                            "completeness.jsonl",
                            "{\"expiry\":\"1\",\"first\":\"300\",\"last\":\"300\",\"why\":\"EXPIRED\"}\n"
                                    .getBytes(UTF_8));
                },
                "completeness.jsonl:1 does not explain entry 300");
    }

    @Test
    void theFilesAreReadByOtherPrograms() throws Exception {
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        try (var zip = new ZipFile(good.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                Path file = unpacked.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        Process check = new ProcessBuilder("sha256sum", "-c", "--quiet", "MANIFEST.sha256")
                .directory(unpacked.toFile())
                .inheritIO()
                .start();
        assertThat(check.waitFor()).isZero();
        assertThat(Files.readString(unpacked.resolve("records/00001.html")))
                .contains("&lt;b&gt;", "default-src 'none'")
                .doesNotContain("<b>", "<script");
    }

    private static void refused(Consumer<Map<String, byte[]>> change, String sentence) throws IOException {
        Path bad = Tampering.of(good, Files.createTempFile(folder, "bad", ".zip"), SampleExport.KEY, change);
        Tampering.Answer answer = Tampering.verify(bad, "--key", KEY);
        assertThat(answer.said()).contains(sentence).startsWith("NOT VERIFIED: ");
        assertThat(answer.code()).isEqualTo(1);
    }

    private static Consumer<Map<String, byte[]>> lines(String name, UnaryOperator<String> change) {
        return files -> files.computeIfPresent(name, (_, content) -> {
            StringBuilder changed = new StringBuilder();
            new String(content, UTF_8)
                    .lines()
                    .map(change)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> changed.append(line).append('\n'));
            return changed.toString().getBytes(UTF_8);
        });
    }

    private static Consumer<Map<String, byte[]>> facts(UnaryOperator<ExportFacts> change) {
        return files -> {
            ExportFacts facts = change.apply(ExportFacts.parse(files.get("export.json")));
            files.put("export.json", facts.bytes());
            files.put("README.txt", Readme.text(facts));
            files.put("README.html", Readme.html(facts));
            files.put(RecordPages.INDEX, RecordPages.index(facts));
        };
    }
}
