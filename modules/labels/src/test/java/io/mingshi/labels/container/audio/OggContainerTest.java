package io.mingshi.labels.container.audio;

import static io.mingshi.labels.container.audio.SoundContainersTest.expectOneLabel;
import static io.mingshi.labels.container.audio.SoundFiles.JSON;
import static io.mingshi.labels.container.audio.SoundFiles.OTHER_JSON;
import static io.mingshi.labels.container.audio.SoundFiles.concat;
import static io.mingshi.labels.container.audio.SoundFiles.labelled;
import static io.mingshi.labels.container.audio.SoundFiles.latin1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OggContainerTest {
    private final OggContainer ogg = new OggContainer();

    private static List<OggPage> pages(byte[] file) throws Exception {
        List<OggPage> pages = new ArrayList<>();
        Source source = Source.of(file);
        for (Optional<OggPage> page = OggPage.at(source, 0); page.isPresent(); ) {
            pages.add(page.get());
            page = OggPage.at(source, page.get().end());
        }
        assertThat(pages.getLast().end()).isEqualTo(file.length);
        return pages;
    }

    private Sightings read(byte[] file) throws Exception {
        return ogg.read(Source.of(file));
    }

    private static String filled(int length) {
        return "{\"Label\":\"1\",\"ReservedCode1\":\"" + "x".repeat(length) + "\"}";
    }

    /// Part of PG-10.1.
    @ParameterizedTest
    @ValueSource(strings = {"vorbis.ogg", "opus.opus", "chained.ogg"})
    void noPageBehindTheHeadersChanges(String name) throws Exception {
        byte[] before = SoundFiles.of(name);
        byte[] after = labelled(ogg, before, JSON);
        List<OggPage> a = pages(before);
        List<OggPage> b = pages(after);
        assertThat(b).hasSameSizeAs(a);
        for (OggPage page : b) {
            assertThat(page.isSound()).isTrue();
        }
        int sound = Math.toIntExact(a.get(2).start());
        int grown = after.length - before.length;
        assertThat(Arrays.copyOfRange(after, sound + grown, after.length))
                .isEqualTo(Arrays.copyOfRange(before, sound, before.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vorbis.ogg", "opus.opus", "chained.ogg"})
    void aLabelThatNeedsMorePagesRenumbersThoseBehind(String name, @TempDir Path folder) throws Exception {
        byte[] before = SoundFiles.of(name);
        byte[] after = labelled(ogg, before, filled(65_300));
        expectOneLabel(read(after), filled(65_300));
        assertThat(pages(after)).hasSize(pages(before).size() + 1);
        for (OggPage page : pages(after)) {
            assertThat(page.isSound()).isTrue();
        }
        byte[] again = labelled(ogg, after, JSON);
        expectOneLabel(read(again), JSON);
        assertThat(pages(again))
                .hasSizeBetween(pages(before).size(), pages(after).size());
        Programs.require("ffmpeg", "ffmpeg");
        assertThat(hash(after, folder)).isEqualTo(hash(before, folder));
        assertThat(hash(again, folder)).isEqualTo(hash(before, folder));
    }

    private static String hash(byte[] ogg, Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.ogg"), ogg);
        return Programs.run(
                "ffmpeg", "-v", "error", "-xerror", "-i", file.toString(), "-c", "copy", "-f", "streamhash", "-");
    }

    @Test
    void renumberedPagesAreTheSameWhereverTheyAreRead() throws Exception {
        Source after = ogg.label(Source.of(SoundFiles.of("vorbis.ogg")), filled(65_300));
        byte[] whole = after.bytes();
        for (int at = 0; at < whole.length - 100; at += 97) {
            ByteBuffer part = ByteBuffer.allocate(100);
            after.read(at, part);
            assertThat(part.array()).isEqualTo(Arrays.copyOfRange(whole, at, at + 100));
        }
    }

    @Test
    void whatStandsBehindTheCommentsOfOpusIsKept() throws Exception {
        byte[] file = SoundFiles.of("opus.opus");
        OggPage tags = pages(file).get(1);
        byte[] body = tags.body().bytes();
        byte[] longer = concat(body, new byte[] {1, 7, 7, 7});
        byte[] lacing = {(byte) longer.length};
        byte[] page = OggPage.withHeaders(tags.serial(), tags.sequence(), false, lacing, longer);
        byte[] before = concat(
                Arrays.copyOf(file, (int) tags.start()), page, Arrays.copyOfRange(file, (int) tags.end(), file.length));
        byte[] after = labelled(ogg, before, JSON);
        expectOneLabel(read(after), JSON);
        assertThat(latin1(after)).contains(JSON + "\u0001\u0007\u0007\u0007OggS");
    }

    @Test
    void aLabelInALaterLinkIsSeenAndRefused() throws Exception {
        byte[] vorbis = SoundFiles.of("vorbis.ogg");
        byte[] chain = concat(vorbis, labelled(ogg, SoundFiles.of("opus.opus"), OTHER_JSON));
        assertThat(read(chain).sites()).hasSize(1);
        assertThat(read(concat(labelled(ogg, vorbis, JSON), chain)).sites()).hasSize(2);
        refused(chain, LabelException.Code.UNSUPPORTED);
    }

    @Test
    void streamsSideBySideAreReadAndRefused() throws Exception {
        byte[] vorbis = labelled(ogg, SoundFiles.of("vorbis.ogg"), JSON);
        byte[] opus = SoundFiles.of("opus.opus");
        int first = Math.toIntExact(pages(vorbis).getFirst().end());
        int second = Math.toIntExact(pages(opus).getFirst().end());
        for (int i = 0; i < opus.length; i += 1) {
            // The serial number of every page is 0 in both files and must differ here.
            if (latin1(opus).startsWith("OggS", i)) {
                opus[i + 14] = 99;
            }
        }
        byte[] both = concat(
                Arrays.copyOf(vorbis, first),
                Arrays.copyOf(opus, second),
                Arrays.copyOfRange(vorbis, first, vorbis.length),
                Arrays.copyOfRange(opus, second, opus.length));
        assertThat(read(both).sites()).hasSize(1);
        byte[] sound = withChecksums(both);
        assertThat(read(sound).flaws()).isEmpty();
        refused(sound, LabelException.Code.UNSUPPORTED);
    }

    private static byte[] withChecksums(byte[] file) throws Exception {
        ByteBuffer out = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (OggPage page : pages(file)) {
            out.putInt((int) page.start() + 22, page.checksum());
        }
        return out.array();
    }

    @Test
    void aDamagedHeaderPageIsAFlaw() throws Exception {
        byte[] file = labelled(ogg, SoundFiles.of("vorbis.ogg"), JSON);
        file[latin1(file).indexOf("ContentProducer")]++;
        assertThat(read(file).flaws()).hasSize(1);
        refused(file, LabelException.Code.MALFORMED);
    }

    private void refused(byte[] file, LabelException.Code code) {
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> labelled(ogg, file, JSON))
                .matches(refused -> refused.code() == code);
    }
}
