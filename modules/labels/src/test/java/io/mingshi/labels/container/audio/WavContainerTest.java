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
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WavContainerTest {
    private final WavContainer wav = new WavContainer();

    private static byte[] chunk(String id, byte[] content) {
        return concat(WavWriter.header(id, content.length), content, new byte[content.length % 2]);
    }

    private static byte[] with(byte[]... chunks) {
        byte[] whole = concat(SoundFiles.of("pcm.wav"), concat(chunks));
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, whole.length - 8);
        return whole;
    }

    /// Part of PG-10.1.
    @Test
    void aChunkOfOddLengthIsPaddedAndTheFileSizeIsRight() {
        byte[] before = SoundFiles.of("pcm.wav");
        for (String json : new String[] {"{\"Label\":\"1\"}", "{\"Label\":\"12\"}"}) {
            byte[] after = labelled(wav, before, json);
            ByteBuffer riff = ByteBuffer.wrap(after).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(riff.getInt(4)).isEqualTo(after.length - 8);
            assertThat(after.length).isEqualTo(before.length + 8 + (json.length() + 1) / 2 * 2);
            assertThat(Arrays.copyOfRange(after, 8, before.length))
                    .isEqualTo(Arrays.copyOfRange(before, 8, before.length));
            assertThat(riff.getInt(before.length + 4)).isEqualTo(json.length());
            assertThat(latin1(after)).contains("AIGC").contains(json);
        }
    }

    @Test
    void labelsInOtherPlacesAreFoundAndGoWhileTheirNeighboursStay() throws Exception {
        String xmp = Xmp.packet(OTHER_JSON).replace("rdf:about=\"\"", "rdf:about=\"\" xmlns:d=\"d:\" d:title=\"Kept\"");
        byte[] info = concat(
                latin1("INFO"),
                chunk("INAM", latin1("A title")),
                chunk("AIGC", latin1(OTHER_JSON)),
                chunk("ICMT", latin1("AIGC" + OTHER_JSON)));
        byte[] id3 = Id3Bytes.tag(3, 0, Id3Bytes.text(3, "TIT2", "Song"), Id3Bytes.user(3, 0, "AIGC", OTHER_JSON));
        byte[] file = with(
                chunk("LIST", info),
                chunk("_PMX", xmp.getBytes(StandardCharsets.UTF_8)),
                chunk("id3 ", id3),
                chunk("iXML", latin1("<note>before {\"AIGC\":" + OTHER_JSON + "} after</note>")));
        assertThat(wav.read(Source.of(file)).sites()).hasSize(5).allMatch(site -> site.place() == Place.MISPLACED);
        byte[] after = labelled(wav, file, JSON);
        expectOneLabel(wav.read(Source.of(after)), JSON);
        assertThat(latin1(after))
                .contains("A title", "Kept", "Song", "<note>before ", " after</note>")
                .doesNotContain("somebody");
    }

    @Test
    void aLabelThatIsThereTwiceIsSeenTwice() throws Exception {
        byte[] file = with(chunk("AIGC", latin1(JSON)), chunk("AIGC", latin1(JSON)));
        assertThat(wav.read(Source.of(file)).sites())
                .hasSize(2)
                .extracting(LabelSite::text)
                .containsOnly(JSON);
    }

    @Test
    void sizesLeftOpenByAStreamingEncoderArePutRight() {
        for (String name : new String[] {"streamed.wav", "sox-streamed.wav"}) {
            byte[] before = SoundFiles.of(name);
            byte[] after = labelled(wav, before, JSON);
            ByteBuffer riff = ByteBuffer.wrap(after).order(ByteOrder.LITTLE_ENDIAN);
            int data = latin1(after).indexOf("data");
            assertThat(riff.getInt(4)).isEqualTo(after.length - 8);
            assertThat(riff.getInt(data + 4)).isEqualTo(before.length - data - 8);
        }
    }

    private static Source large(String form, long size, long dataSize) {
        byte[] format = Arrays.copyOfRange(SoundFiles.of("rf64.wav"), 0x30, 0x48);
        byte[] sizes = ByteBuffer.allocate(28)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(size - 8)
                .putLong(dataSize)
                .array();
        byte[] head = form.equals("RIFF")
                ? concat(WavWriter.header(form, size - 8), latin1("WAVE"), format, WavWriter.header("data", dataSize))
                : concat(
                        WavWriter.header(form, 0xFFFF_FFFFL),
                        latin1("WAVE"),
                        chunk("ds64", sizes),
                        format,
                        WavWriter.header("data", 0xFFFF_FFFFL));
        return Splice.builder()
                .insert(head)
                .copy(new Zeros(dataSize), 0, dataSize)
                .build();
    }

    @Test
    void aFileOfFiveGibibytesIsLabelledWithoutReadingIt() throws Exception {
        long data = 5L << 30;
        for (String form : new String[] {"RF64", "BW64"}) {
            Source file = large(form, data + 80, data);
            Source after = wav.label(file, JSON);
            expectOneLabel(wav.read(after), JSON);
            assertThat(after.size()).isEqualTo(file.size() + 8 + JSON.length() + JSON.length() % 2);
            assertThat(ByteBuffer.wrap(after.bytes(20, 16))
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asLongBuffer()
                            .get(0))
                    .isEqualTo(after.size() - 8);
        }
    }

    @Test
    void aFileThatWouldGrowBeyondItsSizeFieldsIsRefused() throws Exception {
        long data = 0xFFFF_FFF0L - 64;
        Source file = large("RIFF", data + 44, data);
        assertThat(wav.read(file).flaws()).isEmpty();
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> wav.label(file, JSON))
                .matches(refused -> refused.code() == LabelException.Code.TOO_LARGE);
    }

    @Test
    void aLabelInADamagedListIsNotTakenForNoLabel() throws Exception {
        byte[] info = concat(latin1("INFO"), chunk("AIGC", latin1(OTHER_JSON)), WavWriter.header("ICMT", 1000));
        byte[] file = with(chunk("LIST", info));
        assertThat(wav.read(Source.of(file)).unread()).hasSize(1);
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> wav.label(Source.of(file), JSON))
                .matches(refused -> refused.code() == LabelException.Code.MALFORMED);
    }

    @Test
    void rf64HasNoPlaceForAC2paStore() {
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> wav.host(Source.of(SoundFiles.of("rf64.wav")), new byte[8]))
                .matches(refused -> refused.code() == LabelException.Code.UNSUPPORTED);
    }
}
