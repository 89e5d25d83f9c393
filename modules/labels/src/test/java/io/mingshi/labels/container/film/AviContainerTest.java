package io.mingshi.labels.container.film;

import static io.mingshi.labels.container.film.AviEdits.chunk;
import static io.mingshi.labels.container.film.Films.JSON;
import static io.mingshi.labels.container.film.Films.OTHER_JSON;
import static io.mingshi.labels.container.film.Films.concat;
import static io.mingshi.labels.container.film.Films.count;
import static io.mingshi.labels.container.film.Films.find;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Xmp;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AviContainerTest {
    private final AviContainer container = new AviContainer();

    @TempDir
    private Path folder;

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer littleEndian(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The film with one more chunk at its end.
    private static byte[] with(byte[] file, byte[] chunk) {
        byte[] all = concat(file, chunk);
        littleEndian(all).putInt(4, all.length - 8);
        return all;
    }

    /// A film whose filler is called something else, so that the label must push the media on.
    private static byte[] withoutFiller() {
        byte[] file = Films.bytes("plain.avi").clone();
        int media = find(file, "movi");
        for (int at = find(file, "JUNK"); at >= 0 && at < media; at = find(file, "JUNK")) {
            file[at] = 'j';
        }
        return file;
    }

    @Test
    void aFillerBesideTheListTakesTheLabel() {
        byte[] file = Films.bytes("plain.avi");
        byte[] labelled = Films.labelled("plain.avi");
        assertThat(labelled).hasSameSizeAs(file);
        assertThat(find(labelled, "movi")).isEqualTo(find(file, "movi"));
    }

    @Test
    void withoutAFillerTheMediaMovesAndTheSizesFollow() throws Exception {
        byte[] file = withoutFiller();
        byte[] labelled = Films.label(container, file, JSON);
        Films.assertLabelled(container, labelled, JSON);
        assertThat(labelled.length).isGreaterThan(file.length);
        assertThat(littleEndian(labelled).getInt(4)).isEqualTo(labelled.length - 8);
        Tools.require("ffmpeg", "ffmpeg");
        assertThat(hash(labelled)).isEqualTo(hash(file));
    }

    private String hash(byte[] film) throws Exception {
        Path file = Files.write(folder.resolve("film.avi"), film);
        return Tools.run(
                "ffmpeg", "-v", "error", "-i", file.toString(), "-map", "0", "-c", "copy", "-f", "streamhash", "-");
    }

    @Test
    void anIndexThatCountsFromTheBeginningFollows() {
        byte[] file = withoutFiller();
        int index = find(file, "idx1");
        int media = find(file, "movi");
        ByteBuffer entries = littleEndian(file);
        int count = entries.getInt(index + 4) / 16;
        for (int i = 0; i < count; i++) {
            int at = index + 8 + 16 * i + 8;
            entries.putInt(at, entries.getInt(at) + media);
        }
        byte[] labelled = Films.label(container, file, JSON);
        int moved = find(labelled, "idx1");
        for (int i = 0; i < count; i++) {
            int at = moved + 8 + 16 * i;
            int place = littleEndian(labelled).getInt(at + 8);
            assertThat(Bytes.latin1(labelled, place, 4)).isEqualTo(Bytes.latin1(labelled, at, 4));
        }
    }

    @Test
    void otherEntriesStayAndAnOddLengthIsPadded() {
        for (String id : new String[] {"odd", "even"}) {
            String json = JSON.replace("019ab0c2", id);
            byte[] labelled = Films.label(container, Films.bytes("plain.avi"), json);
            int title = find(labelled, "INAM");
            assertThat(Bytes.latin1(labelled, title + 8, 1)).isEqualTo("T");
            int label = find(labelled, "AIGC");
            int length = littleEndian(labelled).getInt(label + 4);
            assertThat(length).isEqualTo(json.length() + 1);
            assertThat(labelled[label + 8 + json.length()]).isZero();
            Films.assertLabelled(container, labelled, json);
        }
    }

    @Test
    void aChunkOfItsOwnIsMisplacedAndRemoved() {
        Films.assertMisplacedAndRemoved(container, with(Films.bytes("plain.avi"), chunk("AIGC", utf8(OTHER_JSON))));
    }

    @Test
    void anotherEntryThatHoldsALabelIsMisplacedAndRemoved() {
        byte[] list = chunk("LIST", concat(utf8("INFO"), chunk("ICMT", utf8("AIGC" + OTHER_JSON))));
        Films.assertMisplacedAndRemoved(container, with(Films.bytes("plain.avi"), list));
    }

    @Test
    void xmpKeepsItsOtherProperties() {
        String packet = Xmp.packet(OTHER_JSON).replace("<TC260:AIGC>", "<TC260:Other>kept</TC260:Other><TC260:AIGC>");
        byte[] labelled =
                Films.assertMisplacedAndRemoved(container, with(Films.bytes("plain.avi"), chunk("_PMX", utf8(packet))));
        assertThat(count(labelled, "kept")).isEqualTo(1);
    }

    /// Both kinds of OpenDML index name places in the whole file, also in parts behind the first.
    @Test
    void theIndexesOfALongFilmFollow() {
        byte[] frame = chunk("00dc", utf8("frame"));
        byte[] secondFrame = chunk("00dc", utf8("other"));
        int head = 12 + 12 + 12 + 8 + 24 + 2 * 16;
        int firstIndex = head + 12;
        int firstFrame = firstIndex + 8 + 24 + 8;
        int secondPart = firstFrame + frame.length;
        int secondIndex = secondPart + 12 + 12;
        int lastFrame = secondIndex + 8 + 24 + 8;
        byte[] superIndex = chunk("indx", index(0, 2, 0, entry(firstIndex), entry(secondIndex)));
        byte[] header = chunk("LIST", concat(utf8("hdrl"), chunk("LIST", concat(utf8("strl"), superIndex))));
        byte[] media = chunk("LIST", concat(utf8("movi"), standard(firstFrame), frame));
        byte[] more = chunk("LIST", concat(utf8("movi"), standard(lastFrame), secondFrame));
        byte[] file =
                concat(chunk("RIFF", concat(utf8("AVI "), header, media)), chunk("RIFF", concat(utf8("AVIX"), more)));
        byte[] labelled = Films.label(container, file, JSON);
        Films.assertLabelled(container, labelled, JSON);
        ByteBuffer bytes = littleEndian(labelled);
        for (int i = 0; i < 2; i++) {
            int place = (int) bytes.getLong(find(labelled, "indx") + 8 + 24 + 16 * i);
            assertThat(Bytes.latin1(labelled, place, 4)).isEqualTo("ix00");
            int data = (int) bytes.getLong(place + 8 + 12) + bytes.getInt(place + 8 + 24);
            assertThat(Bytes.latin1(labelled, data, 5)).isEqualTo(i == 0 ? "frame" : "other");
        }
    }

    private static byte[] standard(int frame) {
        byte[] entry = new byte[8];
        littleEndian(entry).putInt(0, 8).putInt(4, 5);
        return chunk("ix00", index(1, 1, frame, entry));
    }

    private static byte[] entry(int place) {
        byte[] entry = new byte[16];
        littleEndian(entry).putLong(0, place);
        return entry;
    }

    private static byte[] index(int type, int count, long base, byte[]... entries) {
        byte[] head = new byte[24];
        head[3] = (byte) type;
        littleEndian(head).putInt(4, count).putLong(12, base);
        return concat(head, concat(entries));
    }

    @Test
    void aPartThatIsCutOffIsADamage() {
        byte[] file = Films.bytes("plain.avi");
        assertThat(Films.read(container, Arrays.copyOf(file, file.length - 30)).flaws())
                .isNotEmpty();
    }
}
