package io.mingshi.labels.container.film;

import static io.mingshi.labels.container.film.Films.JSON;
import static io.mingshi.labels.container.film.Films.OTHER_JSON;
import static io.mingshi.labels.container.film.Films.concat;
import static io.mingshi.labels.container.film.Films.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatroskaContainerTest {
    private final MatroskaContainer container = new MatroskaContainer();

    private static MatroskaFile film(byte[] file) throws IOException {
        return MatroskaFile.read(Source.of(file));
    }

    private static Ebml first(byte[] file, int id) throws IOException {
        return Ebml.read(Source.of(file), film(file).all(id).getFirst());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The film with another element before its first cluster; its indexes are as wrong as before.
    private static byte[] with(byte[] file, Ebml element) throws IOException {
        MatroskaFile film = film(file);
        byte[] bytes = element.toBytes();
        byte[] size =
                Ebml.size(film.segment().length() + bytes.length, film.segment().sizeWidth());
        int content = (int) film.segment().content();
        int at = (int) film.firstCluster();
        return concat(
                Arrays.copyOf(file, content - size.length),
                size,
                Arrays.copyOfRange(file, content, at),
                bytes,
                Arrays.copyOfRange(file, at, file.length));
    }

    private static Ebml simple(String name, String value) {
        return Ebml.master(
                Ids.SIMPLE_TAG, List.of(Ebml.leaf(Ids.TAG_NAME, utf8(name)), Ebml.leaf(Ids.TAG_STRING, utf8(value))));
    }

    private static Ebml tags(Ebml targets, Ebml... simple) {
        return Ebml.master(
                Ids.TAGS,
                List.of(Ebml.master(
                        Ids.TAG,
                        Stream.concat(Stream.of(targets), Arrays.stream(simple)).toList())));
    }

    private static Ebml ofTrack() {
        return Ebml.master(Ids.TARGETS, List.of(Ebml.leaf(0x63C5, new byte[] {1})));
    }

    /// Part of PG-7.2: every index leads to what it names.
    @ParameterizedTest
    @ValueSource(strings = {"plain.mkv", "merged.mkv", "plain.webm"})
    void seekEntriesAndCuesLeadWhereTheySay(String name) throws IOException {
        byte[] file = Films.labelled(name);
        MatroskaFile film = film(file);
        List<Ebml> seeks = first(file, Ids.SEEK_HEAD).all(Ids.SEEK);
        assertThat(seeks).hasSizeGreaterThanOrEqualTo(3);
        for (Ebml seek : seeks) {
            long place =
                    film.origin() + seek.first(Ids.SEEK_POSITION).orElseThrow().number();
            EbmlElement element = EbmlElement.at(Source.of(file), place, file.length);
            assertThat(Ebml.idBytes(element.id()))
                    .isEqualTo(seek.first(Ids.SEEK_ID).orElseThrow().latin1().getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThat(seeks.stream()
                        .map(seek -> seek.first(Ids.SEEK_ID).orElseThrow().latin1()))
                .contains("\u0012T\u00C3g");
        for (Ebml point : first(file, Ids.CUES).all(Ids.CUE_POINT)) {
            long place = point.first(Ids.CUE_TRACK_POSITIONS)
                    .flatMap(positions -> positions.first(Ids.CUE_CLUSTER_POSITION))
                    .orElseThrow()
                    .number();
            assertThat(EbmlElement.at(Source.of(file), film.origin() + place, file.length)
                            .id())
                    .isEqualTo(Ids.CLUSTER);
        }
    }

    @Test
    void checksumsOfRewrittenElementsAreRight() throws IOException {
        byte[] file = Films.labelled("plain.mkv");
        for (int id : new int[] {Ids.SEEK_HEAD, Ids.TAGS, Ids.CUES}) {
            EbmlElement element = film(file).all(id).getFirst();
            EbmlElement sum = EbmlElement.at(Source.of(file), element.content(), element.end());
            assertThat(sum.id()).isEqualTo(Ids.CRC_32);
            CRC32 crc = new CRC32();
            crc.update(file, (int) sum.end(), (int) (element.end() - sum.end()));
            int stored = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt((int) sum.content());
            assertThat(stored).isEqualTo((int) crc.getValue());
        }
    }

    @Test
    void aLabelWithRoomBehindItMovesNothing() throws IOException {
        byte[] file = with(Films.labelled("plain.mkv"), Ebml.leaf(Ids.VOID, new byte[4000]));
        String longer = JSON.replace("019ab0c2", "x".repeat(2000));
        byte[] labelled = Films.label(container, file, longer);
        assertThat(labelled).hasSameSizeAs(file);
        assertThat(film(labelled).firstCluster()).isEqualTo(film(file).firstCluster());
        Films.assertLabelled(container, labelled, longer);
    }

    @Test
    void aShorterLabelLeavesAFiller() throws IOException {
        byte[] longer = Films.label(container, Films.bytes("plain.mkv"), JSON.replace("019ab0c2", "x".repeat(3000)));
        byte[] labelled = Films.label(container, longer, JSON);
        assertThat(labelled).hasSameSizeAs(longer);
        Films.assertLabelled(container, labelled, JSON);
    }

    /// A filler takes at least two bytes: a room of one is taken by a longer size field.
    @Test
    void everyDifferenceOfLengthIsFilled() {
        byte[] longer = Films.label(container, Films.bytes("plain.mkv"), JSON.replace("019ab0c2", "x".repeat(200)));
        for (int length = 190; length < 200; length++) {
            String json = JSON.replace("019ab0c2", "x".repeat(length));
            byte[] labelled = Films.label(container, longer, json);
            assertThat(labelled).hasSameSizeAs(longer);
            Films.assertLabelled(container, labelled, json);
        }
    }

    @Test
    void otherTagsStay() {
        byte[] labelled = Films.labelled("merged.mkv");
        assertThat(count(labelled, "_STATISTICS_TAGS")).isEqualTo(count(Films.bytes("merged.mkv"), "_STATISTICS_TAGS"));
        assertThat(count(labelled, "ENCODER")).isEqualTo(count(Films.bytes("merged.mkv"), "ENCODER"));
    }

    @Test
    void aLabelOfATrackIsMisplacedAndRemoved() throws IOException {
        Films.assertMisplacedAndRemoved(
                container, with(Films.bytes("plain.mkv"), tags(ofTrack(), simple("AIGC", OTHER_JSON))));
    }

    @Test
    void aLabelInsideAnotherTagIsMisplacedAndRemoved() throws IOException {
        Ebml nested = Ebml.master(
                Ids.SIMPLE_TAG,
                List.of(
                        Ebml.leaf(Ids.TAG_NAME, utf8("ARTIST")),
                        Ebml.leaf(Ids.TAG_STRING, utf8("kept")),
                        simple("AIGC", OTHER_JSON)));
        byte[] labelled = Films.assertMisplacedAndRemoved(
                container, with(Films.bytes("plain.mkv"), tags(Ebml.leaf(Ids.TARGETS, new byte[0]), nested)));
        assertThat(count(labelled, "kept")).isEqualTo(1);
    }

    @Test
    void aCommentThatHoldsALabelIsMisplacedAndRemoved() throws IOException {
        Films.assertMisplacedAndRemoved(
                container,
                with(
                        Films.bytes("plain.webm"),
                        tags(Ebml.leaf(Ids.TARGETS, new byte[0]), simple("COMMENT", "AIGC" + OTHER_JSON))));
    }

    @Test
    void aTitleThatIsALabelIsMisplacedAndRemoved() throws IOException {
        Ebml info = Ebml.master(Ids.INFO, List.of(Ebml.leaf(Ids.TITLE, utf8("AIGC" + OTHER_JSON))));
        Films.assertMisplacedAndRemoved(container, with(Films.bytes("plain.mkv"), info));
    }

    @Test
    void aClusterThatTellsItsPlaceTellsTheNewOne() throws IOException {
        byte[] file = Films.bytes("plain.mkv");
        MatroskaFile film = film(file);
        long cluster = film.firstCluster() - film.origin();
        Ebml position = Ebml.number(Ids.CLUSTER_POSITION, cluster, 4);
        byte[] told = with(file, Ebml.master(Ids.CLUSTER, List.of(position)));
        byte[] labelled = Films.label(container, told, JSON);
        MatroskaFile after = film(labelled);
        EbmlElement first = EbmlElement.at(Source.of(labelled), after.firstCluster(), labelled.length);
        EbmlElement number = EbmlElement.at(Source.of(labelled), first.content(), first.end());
        assertThat(Ebml.read(Source.of(labelled), number).number()).isEqualTo(first.start() - after.origin());
    }

    @Test
    void aFilmOfSeveralSegmentsIsRefusedByName() {
        byte[] file = Films.bytes("live.mkv");
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> container.label(Source.of(concat(file, file)), JSON))
                .returns(LabelException.Code.UNSUPPORTED, LabelException::code);
    }

    @Test
    void foreignElementNumbersAreRefusedByName() {
        byte[] file = Films.with(Films.bytes("plain.mkv"), "B\u00F2\u0081\u0004", "B\u00F2\u0081\u0005");
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> container.label(Source.of(file), JSON))
                .returns(LabelException.Code.UNSUPPORTED, LabelException::code);
    }
}
