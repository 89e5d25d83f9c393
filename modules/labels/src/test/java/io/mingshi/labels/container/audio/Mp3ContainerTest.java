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
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Mp3ContainerTest {
    private static final byte[] SOUND = SoundFiles.of("bare.mp3");
    private static final byte[] SYNCS = {0, -1, -5, 0, -1, 0, -1, -32, 0, -1};

    private final Mp3Container mp3 = new Mp3Container();

    private Sightings read(byte[]... parts) throws Exception {
        return mp3.read(Source.of(concat(parts)));
    }

    private void expectPrescribed(byte[] tag) throws Exception {
        Sightings seen = read(tag, SOUND);
        expectOneLabel(seen, OTHER_JSON);
        assertThat(seen.unread()).isEmpty();
        expectOneLabel(read(labelled(mp3, concat(tag, SOUND), JSON)), JSON);
    }

    /// Part of PG-10.1.
    @Test
    void aFileWithoutATagGetsOneOfVersion23() {
        byte[] after = labelled(mp3, SOUND, JSON);
        byte[] body = concat(latin1("\0AIGC\0"), latin1(JSON));
        byte[] frame = concat(latin1("TXXX"), Id3Bytes.plain(body.length), new byte[2], body);
        byte[] header = concat(latin1("ID3\u0003\0\0"), Id3Bytes.syncsafe(frame.length));
        assertThat(after).isEqualTo(concat(header, frame, SOUND));
    }

    /// Part of PG-10.1.
    @ParameterizedTest
    @CsvSource({"3,0", "3,1", "4,0", "4,1", "4,2", "4,3"})
    void aLabelIsReadInEveryEncoding(int version, int encoding) throws Exception {
        expectPrescribed(Id3Bytes.tag(version, 0, Id3Bytes.user(version, encoding, "AIGC", OTHER_JSON)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void aLabelBeyondAsciiReadsBack(int version) throws Exception {
        String json = "{\"Label\":\"1\",\"ContentProducer\":\"明示\"}";
        byte[] before = concat(Id3Bytes.tag(version, 0, Id3Bytes.text(version, "TIT2", "Song")), SOUND);
        expectOneLabel(read(labelled(mp3, before, json)), json);
    }

    @Test
    void paddingIsUsedSoThatTheSoundDoesNotMove() {
        byte[] before = concat(Id3Bytes.tag(4, 0, Id3Bytes.text(4, "TIT2", "Song"), new byte[500]), SOUND);
        byte[] after = labelled(mp3, before, JSON);
        assertThat(after).hasSameSizeAs(before);
        assertThat(latin1(after)).startsWith("ID3\u0004").contains("Song");
    }

    @Test
    void unsynchronisationIsUndone() throws Exception {
        byte[] label3 = Id3Bytes.user(3, 0, "AIGC", OTHER_JSON);
        byte[] object3 = Id3Bytes.frame(3, "GEOB", 0, SYNCS);
        expectPrescribed(Id3Bytes.tag(3, 0x80, Id3Bytes.unsynchronised(concat(object3, label3))));
        byte[] object4 = Id3Bytes.frame(4, "GEOB", 2, Id3Bytes.unsynchronised(SYNCS));
        byte[] tag4 = Id3Bytes.tag(4, 0x80, object4, Id3Bytes.user(4, 0, "AIGC", OTHER_JSON));
        expectPrescribed(tag4);
        assertThat(latin1(labelled(mp3, concat(tag4, SOUND), JSON))).contains(latin1(SYNCS));
    }

    @Test
    void extendedHeadersAreSkippedAndFootersDropped() throws Exception {
        byte[] label3 = Id3Bytes.user(3, 0, "AIGC", OTHER_JSON);
        expectPrescribed(Id3Bytes.tag(3, 0x40, Id3Bytes.plain(6), new byte[6], label3));
        byte[] label4 = Id3Bytes.user(4, 0, "AIGC", OTHER_JSON);
        expectPrescribed(Id3Bytes.tag(4, 0x40, Id3Bytes.syncsafe(6), new byte[] {1, 0}, label4));
        byte[] tag = Id3Bytes.tag(4, 0x10, label4);
        byte[] footer = Arrays.copyOf(tag, 10);
        System.arraycopy(latin1("3DI"), 0, footer, 0, 3);
        expectPrescribed(concat(tag, footer));
    }

    @Test
    void sizesOfVersion24AsOldItunesWroteThemAreUnderstood() throws Exception {
        byte[] text = concat(new byte[1], latin1("x".repeat(300)));
        byte[] wrong = concat(latin1("TALB"), Id3Bytes.plain(text.length), new byte[2], text);
        byte[] tag = Id3Bytes.tag(4, 0, wrong, Id3Bytes.user(4, 0, "AIGC", "{}"));
        assertThat(read(tag, SOUND).sites()).hasSize(1);
        byte[] after = labelled(mp3, concat(tag, SOUND), JSON);
        expectOneLabel(read(after), JSON);
        assertThat(latin1(after)).contains(latin1(Id3Bytes.frame(4, "TALB", 0, text)));
    }

    @Test
    void aTagOfVersion22BecomesOneOf23(@TempDir Path folder) throws Exception {
        Programs.require("ffprobe", "ffmpeg");
        byte[] cover = SoundFiles.of("v23-cover-v1.mp3");
        int jpeg = latin1(cover).indexOf("\u00FF\u00D8\u00FF");
        int end = latin1(cover).indexOf("\u00FF\u00D9") + 2;
        byte[] picture = Arrays.copyOfRange(cover, jpeg, end);
        byte[] tag = Id3Bytes.tag(
                2,
                0,
                Id3Bytes.text(2, "TT2", "Song"),
                Id3Bytes.user(2, 0, "AIGC", OTHER_JSON),
                Id3Bytes.frame(2, "PIC", 0, concat(latin1("\0JPG\u0003cover\0"), picture)));
        assertThat(read(tag, SOUND).sites()).singleElement().matches(site -> site.place() == Place.MISPLACED);
        byte[] after = labelled(mp3, concat(tag, SOUND), JSON);
        expectOneLabel(read(after), JSON);
        Path file = Files.write(folder.resolve("a.mp3"), after);
        assertThat(Programs.run(
                        "ffprobe", "-v", "error", "-of", "flat", "-show_format", "-show_streams", file.toString()))
                .contains("tags.title=\"Song\"", "codec_name=\"mjpeg\"", "tags.AIGC=");
    }

    @Test
    void aFrameThatVersion23DoesNotKnowIsRefusedByName() {
        byte[] tag = Id3Bytes.tag(2, 0, Id3Bytes.text(2, "CRM", "secret"));
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> labelled(mp3, concat(tag, SOUND), JSON))
                .matches(refused -> refused.code() == LabelException.Code.UNSUPPORTED);
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    @Test
    void aLabelInACompressedFrameIsSeen() throws Exception {
        byte[] content = Id3Bytes.described(0, "AIGC", OTHER_JSON);
        byte[] packed = concat(Id3Bytes.plain(content.length), deflated(content));
        expectPrescribed(Id3Bytes.tag(3, 0, Id3Bytes.frame(3, "TXXX", 0x80, packed)));
        expectPrescribed(Id3Bytes.tag(4, 0, Id3Bytes.frame(4, "TXXX", 0x09, packed)));
    }

    @Test
    void groupedAndEncryptedFramesStayAsTheyAre() throws Exception {
        byte[] grouped = Id3Bytes.frame(3, "TIT2", 0x20, latin1("g\0Song"));
        byte[] encrypted = Id3Bytes.frame(3, "TPE1", 0x40, latin1("eSecret"));
        byte[] before = concat(Id3Bytes.tag(3, 0, grouped, encrypted), SOUND);
        byte[] after = labelled(mp3, before, JSON);
        assertThat(latin1(after)).contains(latin1(grouped), latin1(encrypted));
        assertThat(read(after).unread()).hasSize(1);
    }

    @Test
    void labelsInOtherFramesAreFoundAndGo() throws Exception {
        String xmp = Xmp.packet(OTHER_JSON).replace("rdf:about=\"\"", "rdf:about=\"\" xmlns:d=\"d:\" d:title=\"Kept\"");
        byte[] tag = Id3Bytes.tag(
                3,
                0,
                Id3Bytes.frame(3, "PRIV", 0, concat(latin1("XMP\0"), xmp.getBytes(StandardCharsets.UTF_8))),
                Id3Bytes.frame(3, "COMM", 0, concat(latin1("\0eng\0"), latin1("AIGC" + OTHER_JSON))),
                Id3Bytes.frame(3, "COMM", 0, concat(latin1("\u0001chi"), wide("AIGC"), new byte[2], wide(OTHER_JSON))),
                Id3Bytes.user(3, 1, "aigc", OTHER_JSON),
                Id3Bytes.user(3, 1, "note", "{\"AIGC\":" + OTHER_JSON + "}"),
                Id3Bytes.text(3, "TIT2", "Song"));
        assertThat(read(tag, SOUND).sites()).hasSize(5).allMatch(site -> site.place() == Place.MISPLACED);
        byte[] after = labelled(mp3, concat(tag, SOUND), JSON);
        expectOneLabel(read(after), JSON);
        assertThat(latin1(after)).contains("Kept", "Song").doesNotContain("somebody", latin1(wide("somebody")));
    }

    private static byte[] wide(String text) {
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    }

    @Test
    void aSecondTagLosesItsLabelToo() throws Exception {
        byte[] one = Id3Bytes.tag(3, 0, Id3Bytes.text(3, "TIT2", "One"));
        byte[] two = Id3Bytes.tag(4, 0, Id3Bytes.text(4, "TIT2", "Two"), Id3Bytes.user(4, 0, "AIGC", OTHER_JSON));
        byte[] after = labelled(mp3, concat(one, two, SOUND), JSON);
        expectOneLabel(read(after), JSON);
        assertThat(latin1(after)).contains("One", "Two").doesNotContain("somebody");
    }

    private static byte[] ape(byte[]... items) {
        byte[] body = concat(items);
        byte[] end = ByteBuffer.allocate(32)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(latin1("APETAGEX"))
                .putInt(2000)
                .putInt(body.length + 32)
                .putInt(items.length)
                .putInt(0x8000_0000)
                .array();
        byte[] start = end.clone();
        start[23] = (byte) 0xA0;
        return concat(start, body, end);
    }

    private static byte[] item(String key, String value) {
        byte[] head = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value.length())
                .array();
        return concat(head, latin1(key + "\0" + value));
    }

    /// A file with every kind of tag behind its sound, and a label in each.
    static byte[] withTagsBehind() {
        byte[] lyrics = latin1("LYRICSBEGININD0000200LYR"
                + "00074words AIGC{\"Label\":\"2\",\"ContentProducer\":\"somebody\"} more words by others");
        byte[] lyrics3 = concat(lyrics, latin1(String.format("%06dLYRICS200", lyrics.length)));
        byte[] id3v1 = Arrays.copyOf(latin1("TAGSong" + "\0".repeat(90) + "AIGC{\"Label\":\"somebody"), 128);
        byte[] appended =
                Id3Bytes.tag(4, 0x10, Id3Bytes.text(4, "TPE1", "Singer"), Id3Bytes.user(4, 0, "AIGC", OTHER_JSON));
        byte[] footer = concat(latin1("3DI"), Arrays.copyOfRange(appended, 3, 10));
        return concat(SOUND, appended, footer, ape(item("Title", "Kept"), item("AIGC", OTHER_JSON)), lyrics3, id3v1);
    }

    @Test
    void tagsBehindTheSoundStayWithoutTheirLabels() throws Exception {
        byte[] file = withTagsBehind();
        assertThat(read(file).sites()).hasSize(4).allMatch(site -> site.place() == Place.MISPLACED);
        byte[] after = labelled(mp3, file, JSON);
        expectOneLabel(read(after), JSON);
        assertThat(latin1(after))
                .contains("Singer", "more words by others", "TAGSong", latin1(ape(item("Title", "Kept"))))
                .contains(latin1(SOUND))
                .doesNotContain("somebody");
        assertThat(labelled(mp3, after, JSON)).isEqualTo(after);
    }

    @Test
    void aTagThatIsLostBeforeTheSoundIsSearched() throws Exception {
        byte[] lost = Id3Bytes.tag(3, 0, Id3Bytes.user(3, 0, "AIGC", OTHER_JSON));
        byte[] file = concat(Id3Bytes.tag(3, 0, Id3Bytes.text(3, "TIT2", "Song")), new byte[5], lost, SOUND);
        assertThat(read(file).sites()).singleElement().matches(site -> site.place() == Place.MISPLACED);
        expectOneLabel(read(labelled(mp3, file, JSON)), JSON);
    }

    @Test
    void moreTagsThanAreReadAreNeverTakenForNoLabel() throws Exception {
        byte[] tags = new byte[0];
        for (int i = 0; i < 17; i++) {
            tags = concat(tags, Id3Bytes.tag(3, 0, Id3Bytes.text(3, "TIT2", "Song")));
        }
        assertThat(read(tags, SOUND).unread()).isNotEmpty();
        byte[] behind = Arrays.copyOf(latin1("TAG"), 128);
        byte[] file = SOUND;
        for (int i = 0; i < 9; i++) {
            file = concat(file, behind);
        }
        assertThat(read(file).unread()).isNotEmpty();
        for (byte[] refused : List.of(concat(tags, SOUND), file)) {
            assertThatExceptionOfType(LabelException.class).isThrownBy(() -> labelled(mp3, refused, JSON));
        }
    }

    @Test
    void aDamagedTagIsNeverTakenForNoLabel() throws Exception {
        List<byte[]> tags = List.of(
                Id3Bytes.tag(3, 0, Id3Bytes.text(3, "TI\0\0", "Song")),
                Id3Bytes.tag(3, 0, concat(latin1("TIT2"), Id3Bytes.plain(5000), new byte[50])),
                Id3Bytes.tag(3, 0, new byte[5], Id3Bytes.user(3, 0, "AIGC", OTHER_JSON)),
                Id3Bytes.tag(2, 0x40, new byte[30]),
                Id3Bytes.tag(5, 0, new byte[30]));
        for (byte[] tag : tags) {
            assertThat(read(tag, SOUND).unread()).hasSize(1);
            assertThatExceptionOfType(LabelException.class)
                    .isThrownBy(() -> labelled(mp3, concat(tag, SOUND), JSON))
                    .matches(refused -> refused.code() == LabelException.Code.MALFORMED);
        }
    }

    @Test
    void aFileOfTwoGibibytesIsLabelledWithoutReadingIt() throws Exception {
        Source file = Splice.builder()
                .insert(SOUND)
                .copy(new Zeros(2L << 30), 0, 2L << 30)
                .build();
        Source after = mp3.label(file, JSON);
        expectOneLabel(mp3.read(after), JSON);
    }
}
