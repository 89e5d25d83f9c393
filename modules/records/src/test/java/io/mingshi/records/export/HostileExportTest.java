package io.mingshi.records.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.records.export.archive.NotVerified;
import io.mingshi.records.export.archive.StrictZip;
import io.mingshi.records.export.archive.ZipMember;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;

/// What comes from outside may be anything: it is refused in one sentence.
class HostileExportTest {
    private static final String KEY = SampleExport.KEY.verifier().toString();
    private static Path folder = Path.of("");
    private static byte[] good = new byte[0];

    @BeforeContainer
    static void make() throws IOException {
        folder = Files.createTempDirectory("hostile");
        good = Files.readAllBytes(SampleExport.make(folder, -1));
    }

    /// Every byte of an export means something, and no other one in its place is accepted.
    @Property(tries = 1_000)
    void noChangedByteIsAccepted(
            @ForAll @IntRange(min = 0, max = 1 << 30) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] bad = good.clone();
        bad[place % bad.length] ^= (byte) change;
        refused(bad);
    }

    /// The same where the headers and the signature are.
    @Property(tries = 1_000)
    void noChangedByteAtTheEndIsAccepted(
            @ForAll @IntRange(min = 1, max = 4_000) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] bad = good.clone();
        bad[bad.length - place] ^= (byte) change;
        refused(bad);
    }

    @Property(tries = 100)
    void noShorterOrLongerFileIsAccepted(@ForAll @IntRange(min = 0, max = 1 << 30) int length) {
        refused(Arrays.copyOf(good, length % good.length));
        refused(Arrays.copyOf(good, good.length + 1 + length % 100));
    }

    @Property(tries = 100)
    void noOtherFileIsAccepted(@ForAll byte[] bytes) {
        refused(bytes);
    }

    @Property(tries = 100)
    void noPartIsAcceptedTwice(
            @ForAll @IntRange(min = 0, max = 1 << 30) int from, @ForAll @IntRange(min = 1, max = 5_000) int length) {
        int start = from % good.length;
        int end = Math.min(good.length, start + length);
        byte[] bad = new byte[good.length + end - start];
        System.arraycopy(good, 0, bad, 0, end);
        System.arraycopy(good, start, bad, end, good.length - start);
        refused(bad);
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() throws IOException {
        for (String name : new String[] {"../evil", "/etc/passwd", "a/../../b", "a\\b", "C:evil", "", "名"}) {
            assertThatThrownBy(() -> new ZipMember(name, false, 0, 0, 0, 0)).isInstanceOf(NotVerified.class);
        }
    }

    @Test
    void aZipOfAnotherFormIsRefused() throws IOException {
        Path file = Files.createTempFile("other", ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("bomb"));
            zip.write(new byte[10 << 20]);
        }
        assertThatThrownBy(() -> StrictZip.open(file)).isInstanceOf(NotVerified.class);
    }

    private static void refused(byte[] bytes) {
        try {
            Path file = Files.write(folder.resolve("bad.zip"), bytes);
            Tampering.Answer answer = Tampering.verify(file, "--key", KEY);
            assertThat(answer.code()).as(answer.said()).isEqualTo(1);
            assertThat(answer.said())
                    .startsWith("NOT VERIFIED: ")
                    .doesNotContain("unexpected")
                    .hasLineCount(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
