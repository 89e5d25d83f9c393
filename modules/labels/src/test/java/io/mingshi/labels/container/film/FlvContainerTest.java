package io.mingshi.labels.container.film;

import static io.mingshi.labels.container.film.Films.JSON;
import static io.mingshi.labels.container.film.Films.OTHER_JSON;
import static io.mingshi.labels.container.film.Films.concat;
import static io.mingshi.labels.container.film.Films.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.container.film.FlvTags.Tag;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlvContainerTest {
    private static final int HEAD = 13;

    private final FlvContainer container = new FlvContainer();

    private static Amf metadata(byte[] file) throws IOException {
        Source source = Source.of(file);
        return Amf.parse(FlvTags.data(source, FlvTags.read(source).scripts().getFirst()));
    }

    /// The film without its first tag.
    private static byte[] withoutMetadata(byte[] file) throws IOException {
        Tag first = FlvTags.read(Source.of(file)).scripts().getFirst();
        return concat(Arrays.copyOf(file, HEAD), Arrays.copyOfRange(file, (int) first.end(), file.length));
    }

    private static byte[] with(byte[] file, Amf script) {
        return concat(
                Arrays.copyOf(file, HEAD),
                FlvTags.script(new byte[FlvTags.TAG_HEAD], script.toBytes()),
                Arrays.copyOfRange(file, HEAD, file.length));
    }

    private static double number(byte[] file, String name) throws IOException {
        Amf script = metadata(file);
        return ByteBuffer.wrap(script.toBytes())
                .getDouble(script.numbers(script.first(name).orElseThrow()).getFirst());
    }

    @Test
    void placesOfKeyFramesFollowAndOtherPropertiesStay() throws IOException {
        byte[] file = Films.bytes("keyframes.flv");
        byte[] labelled = Films.labelled("keyframes.flv");
        int growth = labelled.length - file.length;
        Amf before = metadata(file);
        Amf after = metadata(labelled);
        assertThat(after.properties())
                .extracting(Amf.Property::name)
                .containsAll(
                        before.properties().stream().map(Amf.Property::name).toList());
        assertThat(positions(after))
                .isEqualTo(
                        positions(before).stream().map(place -> place + growth).toList());
        assertThat(number(labelled, "filesize")).isEqualTo(labelled.length);
        assertThat(number(labelled, "datasize")).isEqualTo(number(file, "datasize"));
        assertThat(labelled[positions(after).getFirst().intValue()]).isEqualTo((byte) 9);
    }

    private static List<Double> positions(Amf script) {
        Amf.Property keyframes = script.first("keyframes").orElseThrow();
        Amf.Property positions = script.inside(keyframes).stream()
                .filter(property -> property.name().equals("filepositions"))
                .findFirst()
                .orElseThrow();
        return script.numbers(positions).stream()
                .map(at -> ByteBuffer.wrap(script.toBytes()).getDouble(at))
                .toList();
    }

    @Test
    void theCountOfPropertiesIsRight() throws IOException {
        byte[] labelled = Films.labelled("plain.flv");
        int at = Films.find(labelled, "onMetaData") + "onMetaData".length();
        assertThat(labelled[at]).isEqualTo((byte) 8);
        assertThat(ByteBuffer.wrap(labelled).getInt(at + 1))
                .isEqualTo(metadata(labelled).properties().size());
    }

    @Test
    void aFilmWithoutMetadataGetsATagOfItsOwn() throws IOException {
        byte[] file = withoutMetadata(Films.bytes("plain.flv"));
        byte[] labelled = Films.label(container, file, JSON);
        Films.assertLabelled(container, labelled, JSON);
        assertThat(withoutMetadata(labelled)).isEqualTo(file);
        Tag tag = FlvTags.read(Source.of(labelled)).scripts().getFirst();
        assertThat(ByteBuffer.wrap(labelled).getInt((int) tag.end() - 4)).isEqualTo(tag.length() + FlvTags.TAG_HEAD);
    }

    @Test
    void labelsInOtherScriptTagsAreMisplacedAndRemoved() {
        byte[] file = with(
                Films.bytes("plain.flv"),
                Amf.empty("onCuePoint").with("AIGC", OTHER_JSON).with("a", "kept"));
        byte[] labelled = Films.assertMisplacedAndRemoved(container, file);
        assertThat(count(labelled, "kept")).isEqualTo(1);
    }

    @Test
    void xmpWithALabelIsMisplacedAndRemoved() {
        byte[] file = with(Films.bytes("plain.flv"), Amf.empty("onXMPData").with("liveXML", Xmp.packet(OTHER_JSON)));
        Films.assertMisplacedAndRemoved(container, file);
    }

    @Test
    void aSecondLabelIsReported() {
        byte[] file = with(Films.labelled("plain.flv"), Amf.empty("onMetaData").with("AIGC", OTHER_JSON));
        assertThat(Films.read(container, file).sites()).hasSize(2);
        Films.assertLabelled(container, Films.label(container, file, JSON), JSON);
    }

    @Test
    void encryptedScriptDataIsRefusedByName() {
        byte[] file = Films.bytes("plain.flv").clone();
        file[HEAD] |= 0x20;
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> container.label(Source.of(file), JSON))
                .returns(LabelException.Code.ENCRYPTED, LabelException::code);
    }
}
