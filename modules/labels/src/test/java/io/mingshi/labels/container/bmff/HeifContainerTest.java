package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.container.film.Films.JSON;
import static io.mingshi.labels.container.film.Films.OTHER_JSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.bmff.ItemLocations.Item;
import io.mingshi.labels.container.film.Films;
import io.mingshi.labels.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeifContainerTest {
    private final HeifContainer container = new HeifContainer();

    private static Items items(byte[] file) throws IOException {
        Source source = Source.of(file);
        Box meta = BmffBoxes.topLevel(source).stream()
                .filter(box -> box.is("meta"))
                .findFirst()
                .orElseThrow();
        return Items.read(source, Node.top(meta));
    }

    /// PG-9.1: the bytes of every item that was there are the same, wherever they stand now.
    @ParameterizedTest
    @ValueSource(strings = {"plain.heic", "described.heic", "plain.avif"})
    void everyOtherItemHasTheBytesItHad(String name) throws IOException {
        byte[] before = Films.bytes(name);
        byte[] after = Films.labelled(name);
        Items old = items(before);
        Items now = items(after);
        for (Items.Entry entry : old.entries()) {
            if (!entry.isXmp()) {
                Item place = old.location(entry).orElseThrow();
                Item moved = now.location(entry).orElseThrow();
                assertThat(now.bytes(Source.of(after), moved)).isEqualTo(old.bytes(Source.of(before), place));
            }
        }
    }

    @Test
    void theXmpOfOthersIsMergedInPlace() {
        byte[] labelled = Films.labelled("described.heic");
        assertThat(Films.count(labelled, "hello")).isEqualTo(1);
        assertThat(Films.count(labelled, "<x:xmpmeta")).isEqualTo(1);
    }

    @Test
    void aLabelInTheExifUserCommentIsReportedAndBlankedWithoutMovingAnything() {
        byte[] described = Films.bytes("described.heic");
        String comment = "AIGC" + OTHER_JSON;
        byte[] file = withComment(described, comment);
        assertThat(Films.read(container, file).sites())
                .singleElement()
                .returns(Place.ALTERNATIVE, LabelSite::place)
                .returns(OTHER_JSON, LabelSite::text);
        byte[] labelled = Films.label(container, file, JSON);
        Films.assertLabelled(container, labelled, JSON);
        assertThat(Films.count(labelled, "001191999999MA0000007910001")).isZero();
    }

    /// A picture whose EXIF item is this, at the end of the file.
    private static byte[] withComment(byte[] file, String comment) {
        try {
            byte[] text = ("ASCII\0\0\0" + comment).getBytes(StandardCharsets.US_ASCII);
            byte[] exif = ByteBuffer.allocate(4 + 44 + text.length)
                    .putInt(0)
                    .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                    .putInt(8)
                    .putShort((short) 1)
                    .putShort((short) 0x8769)
                    .putShort((short) 4)
                    .putInt(1)
                    .putInt(26)
                    .putInt(0)
                    .putShort((short) 1)
                    .putShort((short) 0x9286)
                    .putShort((short) 7)
                    .putInt(text.length)
                    .putInt(44)
                    .putInt(0)
                    .put(text)
                    .array();
            Items items = items(file);
            Items.Entry entry = items.entries().stream()
                    .filter(one -> one.type().equals("Exif"))
                    .findFirst()
                    .orElseThrow();
            return replaced(file, entry, exif);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The file with other bytes for an item, in a new box at its end.
    private static byte[] replaced(byte[] file, Items.Entry entry, byte[] content) throws IOException {
        Source source = Source.of(file);
        Items items = items(file);
        Node iloc = items.meta().metaChildren(source).stream()
                .filter(node -> node.is("iloc"))
                .findFirst()
                .orElseThrow();
        BoxEdits edits = new BoxEdits(source);
        byte[] room = new byte[items.locations().length(false)];
        edits.replace(iloc, room);
        edits.replace(Optional.empty(), file.length, file.length, Boxed.box("mdat", content));
        long at = edits.positions().of(file.length) - content.length;
        Item item = new Item(entry.id(), 0, 0, List.of(new ItemLocations.Extent(0, at, content.length)));
        byte[] box = items.locations().moved(edits.positions()).with(item).toBytes(false);
        System.arraycopy(box, 0, room, 0, room.length);
        return edits.apply().bytes();
    }

    @Test
    void aCompressedPacketIsReadAndWrittenPlain() throws IOException {
        byte[] file = Films.labelled("plain.heic");
        Items items = items(file);
        Items.Entry entry =
                items.entries().stream().filter(Items.Entry::isXmp).findFirst().orElseThrow();
        byte[] packet = items.bytes(Source.of(file), items.location(entry).orElseThrow());
        byte[] compressed = compressed(replaced(file, entry, deflated(packet)), entry);
        Films.assertLabelled(container, compressed, JSON);
        byte[] labelled = Films.label(container, compressed, OTHER_JSON);
        Films.assertLabelled(container, labelled, OTHER_JSON);
        assertThat(Films.count(labelled, "deflate")).isZero();
    }

    private static byte[] deflated(byte[] bytes) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] out = new byte[bytes.length + 64];
            int length = deflater.deflate(out);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(out, 0, length);
            return all.toByteArray();
        }
    }

    /// The file with a description that says that the item is compressed.
    private static byte[] compressed(byte[] file, Items.Entry old) throws IOException {
        Source source = Source.of(file);
        Items items = items(file);
        Items.Entry entry = items.entries().stream()
                .filter(one -> one.id() == old.id())
                .findFirst()
                .orElseThrow();
        BoxEdits edits = new BoxEdits(source);
        byte[] head = Boxed.joined(Boxed.u32(2 << 24), Boxed.u16((int) entry.id(), 0));
        edits.replace(
                entry.node(),
                Boxed.box("infe", head, "mime\0application/rdf+xml\0deflate\0".getBytes(StandardCharsets.US_ASCII)));
        AbsolutePlaces.correct(source, BmffBoxes.topLevel(source), edits);
        return edits.apply().bytes();
    }

    @Test
    void aFileWithoutPictureIsRefused() {
        assertThat(Films.read(container, Films.bytes("plain.mp4")).flaws())
                .containsExactly("the file holds no picture (meta)");
    }

    @Test
    void aManifestLeavesEveryItemWhereTheFileSays() throws IOException {
        byte[] file = Films.labelled("plain.heic");
        byte[] hosted = container.host(Source.of(file), new byte[3000]).file().bytes();
        Films.assertLabelled(container, hosted, JSON);
        assertThat(container.find(Source.of(hosted)).orElseThrow().store().size())
                .isEqualTo(3000);
        Items old = items(file);
        Items now = items(hosted);
        for (Items.Entry entry : old.entries()) {
            assertThat(now.bytes(Source.of(hosted), now.location(entry).orElseThrow()))
                    .isEqualTo(old.bytes(Source.of(file), old.location(entry).orElseThrow()));
        }
    }

    /// Image sequences have a picture and a film in one file.
    @Test
    void aFilmBesideThePictureKeepsItsSamples() throws IOException {
        byte[] picture = Films.bytes("plain.heic");
        byte[] film = Films.bytes("plain.mp4").clone();
        int media = Films.find(film, "mdat") - 4;
        int gap = picture.length - media;
        ByteBuffer tables = ByteBuffer.wrap(film);
        String text = Bytes.latin1(film, 0, film.length);
        for (int at = text.indexOf("stco"); at >= 0; at = text.indexOf("stco", at + 4)) {
            for (int i = 0; i < tables.getInt(at + 8); i++) {
                tables.putInt(at + 12 + 4 * i, tables.getInt(at + 12 + 4 * i) + gap);
            }
        }
        byte[] both = Films.concat(picture, Arrays.copyOfRange(film, media, film.length));
        byte[] labelled = Films.label(container, both, JSON);
        Films.assertLabelled(container, labelled, JSON);
        int old = tables.getInt(Films.find(film, "stco") + 12);
        int now = ByteBuffer.wrap(labelled).getInt(Films.find(labelled, "stco") + 12);
        assertThat(now).isNotEqualTo(old);
        assertThat(Arrays.copyOfRange(labelled, now, now + 100)).isEqualTo(Arrays.copyOfRange(both, old, old + 100));
    }

    /// A portrait's depth map has a packet of its own.
    @Test
    void aPacketThatDescribesAnotherPictureIsLeftAlone() throws IOException {
        byte[] file = Films.bytes("described.heic").clone();
        long packet = items(file).entries().stream()
                .filter(Items.Entry::isXmp)
                .findFirst()
                .orElseThrow()
                .id();
        String text = Bytes.latin1(file, 0, file.length);
        for (int at = text.indexOf("cdsc"); at >= 0; at = text.indexOf("cdsc", at + 4)) {
            if (ByteBuffer.wrap(file).getShort(at + 4) == packet) {
                ByteBuffer.wrap(file).putShort(at + 8, (short) 1);
            }
        }
        byte[] labelled = Films.label(container, file, JSON);
        Films.assertLabelled(container, labelled, JSON);
        assertThat(Films.count(labelled, "<x:xmpmeta")).isEqualTo(2);
        assertThat(Films.count(labelled, "hello")).isEqualTo(1);
    }
}
