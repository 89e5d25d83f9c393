package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.container.film.Films.JSON;
import static io.mingshi.labels.container.film.Films.OTHER_JSON;
import static io.mingshi.labels.container.film.Films.concat;
import static io.mingshi.labels.container.film.Films.count;
import static io.mingshi.labels.container.film.Films.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.container.film.Films;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BmffContainerTest {
    private static final byte[] XMP_UUID = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");

    private final BmffContainer container = new BmffContainer();

    private static List<Box> boxes(byte[] file) throws IOException {
        return BmffBoxes.topLevel(Source.of(file));
    }

    private static List<String> types(byte[] file) throws IOException {
        return boxes(file).stream().map(Box::type).toList();
    }

    /// The file with more bytes at the end of `moov`, and chunk places that follow.
    private static byte[] withInMoov(byte[] file, byte[] more) throws IOException {
        Source source = Source.of(file);
        List<Box> topLevel = BmffBoxes.topLevel(source);
        Box moov = topLevel.stream().filter(box -> box.is("moov")).findFirst().orElseThrow();
        BoxEdits edits = new BoxEdits(source);
        edits.append(Node.top(moov), more);
        AbsolutePlaces.correct(source, topLevel, edits);
        return edits.apply().bytes();
    }

    private static byte[] box(String type, byte[]... content) {
        return Boxed.box(type, content);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Every chunk that the first `stco` names.
    private static int[] chunks(byte[] file) {
        int at = find(file, "stco");
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int[] chunks = new int[bytes.getInt(at + 8)];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = bytes.getInt(at + 12 + 4 * i);
        }
        return chunks;
    }

    private static void assertSameChunks(byte[] before, byte[] after) {
        int[] old = chunks(before);
        int[] now = chunks(after);
        assertThat(now).hasSameSizeAs(old);
        for (int i = 0; i < old.length; i++) {
            assertThat(Arrays.copyOfRange(after, now[i], now[i] + 64))
                    .isEqualTo(Arrays.copyOfRange(before, old[i], old[i] + 64));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.mp4", "faststart.mp4", "itunes.mp4", "plain.mov", "camera.mov", "sound.m4a"})
    void chunksAreFoundWhereTheTablesSay(String name) {
        assertSameChunks(Films.bytes(name), Films.labelled(name));
    }

    @Test
    void aFreeBoxBehindTheHeaderKeepsTheMediaInItsPlace() throws IOException {
        byte[] file = Films.bytes("faststart.mp4");
        Source source = Source.of(file);
        List<Box> topLevel = BmffBoxes.topLevel(source);
        BoxEdits edits = new BoxEdits(source);
        Box moov = topLevel.get(1);
        edits.replace(Optional.empty(), moov.end(), moov.end(), box("free", new byte[2000]));
        AbsolutePlaces.correct(source, topLevel, edits);
        byte[] roomy = edits.apply().bytes();
        byte[] labelled = Films.label(container, roomy, JSON);
        assertThat(labelled).hasSameSizeAs(roomy);
        assertThat(chunks(labelled)).isEqualTo(chunks(roomy));
        Films.assertLabelled(container, labelled, JSON);
    }

    @Test
    void aFreeBoxThatIsNotEmptyIsNotUsed() throws IOException {
        byte[] file = Films.bytes("plain.mp4");
        byte[] data = concat(file, box("free", "data".repeat(500).getBytes(StandardCharsets.US_ASCII)));
        byte[] labelled = Films.label(container, data, JSON);
        assertThat(count(labelled, "data".repeat(500))).isEqualTo(1);
    }

    /// PG-7.1: a label in a place that is not the guide's is seen, and gone after labelling.
    @Test
    void aLabelDirectlyUnderTheHeaderIsMisplacedAndRemoved() throws IOException {
        assertMisplacedAndRemoved(
                withInMoov(
                        Films.bytes("faststart.mp4"),
                        KeyedMetadata.meta(List.of(KeyedMetadata.LABEL_NAME), OTHER_JSON)),
                OTHER_JSON);
    }

    @Test
    void aCommentOfITunesThatHoldsALabelIsMisplacedAndRemoved() throws IOException {
        byte[] data = box("data", Boxed.u32(1, 0), utf8("{\"AIGC\":" + OTHER_JSON + "}"));
        byte[] meta = box(
                "meta",
                Boxed.u32(0),
                box("hdlr", Boxed.u32(0, 0), utf8("mdirappl"), new byte[9]),
                box("ilst", box("\u00A9cmt", data), box("\u00A9nam", box("data", Boxed.u32(1, 0), utf8("Name")))));
        byte[] file = withInMoov(Films.bytes("faststart.mp4"), box("udta", meta));
        byte[] labelled = assertMisplacedAndRemoved(file, "{\"AIGC\":" + OTHER_JSON + "}");
        assertThat(count(labelled, "Name")).isEqualTo(1);
    }

    @Test
    void aFreeformEntryOfITunesIsMisplacedAndRemoved() throws IOException {
        byte[] entry = box(
                "----",
                box("mean", Boxed.u32(0), utf8("com.apple.iTunes")),
                box("name", Boxed.u32(0), utf8("AIGC")),
                box("data", Boxed.u32(1, 0), utf8(OTHER_JSON)));
        byte[] meta = box(
                "meta", Boxed.u32(0), box("hdlr", Boxed.u32(0, 0), utf8("mdirappl"), new byte[9]), box("ilst", entry));
        assertMisplacedAndRemoved(withInMoov(Films.bytes("plain.mp4"), box("udta", meta)), OTHER_JSON);
    }

    @Test
    void aUserDataTextIsMisplacedAndRemovedAndTheZeroBehindItStays() throws IOException {
        byte[] udta = box("udta", box("AIGC", utf8(OTHER_JSON)), box("name", utf8("kept")), new byte[4]);
        byte[] labelled = assertMisplacedAndRemoved(withInMoov(Films.bytes("plain.mov"), udta), OTHER_JSON);
        assertThat(count(labelled, "kept")).isEqualTo(1);
    }

    @Test
    void anXmpBoxKeepsItsOtherProperties() throws IOException {
        String packet = Xmp.packet(OTHER_JSON).replace("<TC260:AIGC>", "<TC260:Other>kept</TC260:Other><TC260:AIGC>");
        byte[] file = concat(Films.bytes("faststart.mp4"), box("uuid", XMP_UUID, utf8(packet)));
        byte[] labelled = assertMisplacedAndRemoved(file, OTHER_JSON);
        assertThat(count(labelled, "kept")).isEqualTo(1);
    }

    @Test
    void aLabelOfATrackIsMisplaced() throws IOException {
        byte[] file = Films.bytes("plain.mp4");
        Source source = Source.of(file);
        BoxEdits edits = new BoxEdits(source);
        Node moov = BmffBoxes.topLevel(source).stream()
                .filter(box -> box.is("moov"))
                .map(Node::top)
                .findFirst()
                .orElseThrow();
        byte[] meta = KeyedMetadata.meta(List.of(KeyedMetadata.LABEL_NAME), OTHER_JSON);
        edits.append(moov.all(source, "trak").getFirst(), box("udta", meta));
        assertMisplacedAndRemoved(edits.apply().bytes(), OTHER_JSON);
    }

    private byte[] assertMisplacedAndRemoved(byte[] file, String text) {
        assertThat(Films.read(container, file).sites())
                .singleElement()
                .returns(Place.MISPLACED, LabelSite::place)
                .returns(text, LabelSite::text);
        byte[] labelled = Films.label(container, file, JSON);
        Films.assertLabelled(container, labelled, JSON);
        assertThat(count(labelled, "001191999999MA0000007910001")).isZero();
        assertSameChunks(file, labelled);
        return labelled;
    }

    @Test
    void severalLabelsAreAllReported() throws IOException {
        byte[] file = withInMoov(
                Films.labelled("plain.mp4"), KeyedMetadata.meta(List.of(KeyedMetadata.LABEL_NAME), OTHER_JSON));
        assertThat(Films.read(container, file).sites())
                .extracting(LabelSite::place)
                .containsExactly(Place.PRESCRIBED, Place.MISPLACED);
    }

    @Test
    void otherKeysAndTheirValuesStay() {
        byte[] labelled = Films.label(container, Films.labelled("camera.mov"), OTHER_JSON);
        assertThat(count(labelled, "Brown Box 120")).isEqualTo(1);
        assertThat(count(labelled, "mdtamake")).isEqualTo(2);
        Films.assertLabelled(container, labelled, OTHER_JSON);
    }

    @Test
    void aCompressedHeaderIsRefusedByName() throws IOException {
        byte[] file = withInMoov(Films.bytes("plain.mov"), box("cmov", new byte[16]));
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> container.label(Source.of(file), JSON))
                .returns(LabelException.Code.UNSUPPORTED, LabelException::code)
                .withMessageContaining("cmov");
    }

    @Test
    void aFilmWhoseMediaIsCutOffIsDamaged() {
        byte[] whole = Films.bytes("faststart.mp4");
        byte[] header = Arrays.copyOf(whole, find(whole, "mdat") - 4);
        assertThat(Films.read(container, header).flaws()).containsExactly("the film ends before its last samples");
    }

    @Test
    void bothWaysToWriteALongSizeAreRead() throws IOException {
        byte[] file = Films.bytes("faststart.mp4");
        int mdat = find(file, "mdat") - 4;
        byte[] toTheEnd = file.clone();
        ByteBuffer.wrap(toTheEnd).putInt(mdat, 0);
        byte[] labelled = Films.label(container, toTheEnd, JSON);
        Films.assertLabelled(container, labelled, JSON);
        assertSameChunks(toTheEnd, labelled);
        assertThat(ByteBuffer.wrap(labelled).getInt(find(labelled, "mdat") - 4)).isZero();
        byte[] plain = Films.bytes("plain.mp4");
        int media = find(plain, "mdat") - 4;
        byte[] wide = concat(
                Arrays.copyOf(plain, media - 8),
                Boxed.u32(1),
                utf8("mdat"),
                Boxed.u32(0, ByteBuffer.wrap(plain).getInt(media) + 8),
                Arrays.copyOfRange(plain, media + 8, plain.length));
        byte[] also = Films.label(container, wide, JSON);
        assertSameChunks(wide, also);
    }

    @Test
    void aFragmentNamesItsNewPlace() {
        byte[] before = Films.bytes("fragments.mp4");
        byte[] after = Films.labelled("fragments.mp4");
        int growth = after.length - before.length;
        ByteBuffer old = ByteBuffer.wrap(before, find(before, "tfhd"), 24).slice();
        ByteBuffer now = ByteBuffer.wrap(after, find(after, "tfhd"), 24).slice();
        assertThat(old.getInt(4) & 1).isEqualTo(1);
        assertThat(now.getLong(12)).isEqualTo(old.getLong(12) + growth);
        int index = find(before, "tfra");
        int moved = find(after, "tfra");
        assertThat(places(after, moved)).isEqualTo(places(before, index) + growth);
    }

    /// The first place of a random access table of version 1.
    private static long places(byte[] file, int tfra) {
        return ByteBuffer.wrap(file).getLong(tfra + 28);
    }

    @Test
    void aSegmentIndexBeforeTheHeaderStillFindsItsSegments() throws IOException {
        byte[] file = Films.bytes("fragments-own-base.mp4");
        List<Box> topLevel = boxes(file);
        int type = (int) topLevel.getFirst().end();
        int header = (int) topLevel.get(1).length();
        int media = file.length - type - header;
        byte[] index = box("sidx", Boxed.u32(0, 1, 1000, 0, header), Boxed.u16(0, 1), Boxed.u32(media, 1000, 0));
        byte[] indexed = concat(Arrays.copyOf(file, type), index, Arrays.copyOfRange(file, type, file.length));
        byte[] labelled = Films.label(container, indexed, JSON);
        int at = find(labelled, "sidx");
        long first = at - 4 + index.length + ByteBuffer.wrap(labelled).getInt(at + 20);
        assertThat(Bytes.latin1(labelled, (int) first + 4, 4)).isEqualTo("moof");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.mp4", "faststart.mp4", "fragments.mp4", "plain.mov", "sound.m4a"})
    void aManifestStandsBehindTheTypeAndIsFoundAgain(String name) throws IOException {
        byte[] store = new byte[5000];
        Arrays.fill(store, (byte) 7);
        byte[] file = Films.labelled(name);
        ManifestHost.Hosted first = container.host(Source.of(file), new byte[5000]);
        ManifestHost.Hosted second = container.host(first.file(), store);
        byte[] hosted = second.file().bytes();
        assertThat(hosted.length).isEqualTo(first.file().size());
        assertThat(second.excluded()).isEmpty();
        assertThat(types(hosted).subList(0, 2)).containsExactly("ftyp", "uuid");
        assertThat(boxes(hosted).get(1).uuid()).contains("d8fec3d61b0e483c92975828877ec481");
        assertThat(container.find(Source.of(hosted)).orElseThrow().store().bytes())
                .isEqualTo(store);
        Films.assertLabelled(container, hosted, JSON);
        if (!name.startsWith("fragments")) {
            assertSameChunks(file, hosted);
        }
        assertThat(container.find(Source.of(file))).isEmpty();
    }

    @Test
    void theBoxesOfAFileAreListedOneBehindTheOther() throws IOException {
        byte[] file = Films.bytes("fragments.mp4");
        List<Box> all = boxes(file);
        assertThat(types(file)).startsWith("ftyp", "moov", "moof", "mdat").endsWith("mfra");
        long at = 0;
        for (Box box : all) {
            assertThat(box.start()).isEqualTo(at);
            at = box.end();
        }
        assertThat(at).isEqualTo(file.length);
    }

    @Test
    void itemsOfMetadataThatStandInTheFileFollow() throws IOException {
        byte[] cover = utf8("a cover");
        byte[] location = box("iloc", Boxed.u32(0), Boxed.u16(0x4400, 1, 1, 0, 1), new byte[8]);
        byte[] meta = box("meta", Boxed.u32(0), box("hdlr", Boxed.u32(0, 0), utf8("pict"), new byte[13]), location);
        byte[] film = withInMoov(Films.bytes("faststart.mp4"), meta);
        byte[] file = concat(film, box("mdat", cover));
        int entry = find(file, "iloc") + 18;
        ByteBuffer.wrap(file).putInt(entry, film.length + 8).putInt(entry + 4, cover.length);
        byte[] labelled = Films.label(container, file, JSON);
        Films.assertLabelled(container, labelled, JSON);
        int place = ByteBuffer.wrap(labelled).getInt(find(labelled, "iloc") + 18);
        assertThat(Arrays.copyOfRange(labelled, place, place + cover.length)).isEqualTo(cover);
    }
}
