package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.container.film.Films.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.film.Films;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Films around and beyond 4 GB, in files of holes.
class LargeFilmTest {
    private static final long FOUR_GIB = 1L << 32;

    @TempDir
    private Path folder;

    /// A small film whose media stands so far behind its header.
    static void write(FileChannel out, long gap) throws IOException {
        byte[] film = Films.bytes("faststart.mp4").clone();
        int mdat = Films.find(film, "mdat") - 4;
        ByteBuffer header = ByteBuffer.wrap(film);
        for (int at = mdat; (at = lastTable(film, at)) >= 0; ) {
            for (int i = 0; i < header.getInt(at + 8); i++) {
                int entry = at + 12 + 4 * i;
                header.putInt(entry, (int) (header.getInt(entry) + gap));
            }
        }
        long length = film.length - mdat + gap;
        out.write(ByteBuffer.wrap(film, 0, mdat), 0);
        ByteBuffer wide =
                ByteBuffer.allocate(16).putInt(1).put(film, mdat + 4, 4).putLong(length);
        out.write(wide.flip(), mdat);
        out.write(ByteBuffer.wrap(film, mdat + 8, film.length - mdat - 8), mdat + 8 + gap);
    }

    private static int lastTable(byte[] film, int before) {
        return Bytes.latin1(film, 0, before).lastIndexOf("stco");
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE);
    }

    private static PlaceTable table(Source file) throws IOException {
        List<Box> boxes = BmffBoxes.topLevel(file);
        Box moov = boxes.stream().filter(box -> box.is("moov")).findFirst().orElseThrow();
        return PlaceTable.of(file, Node.top(moov)).getFirst();
    }

    /// Part of PG-7.1.
    @Test
    void placesThatPassFourGigabytesGetWiderTables() throws IOException {
        byte[] small = Films.bytes("faststart.mp4");
        try (FileChannel channel = open(folder.resolve("film.mp4"))) {
            write(channel, FOUR_GIB - small.length);
            Source file = Source.of(channel);
            PlaceTable before = table(file);
            Source labelled = new BmffContainer().label(file, JSON);
            PlaceTable after = table(labelled);
            assertThat(before.width()).isEqualTo(4);
            assertThat(after.width()).isEqualTo(8);
            assertThat(after.farthest(labelled)).isGreaterThanOrEqualTo(FOUR_GIB);
            assertThat(labelled.bytes(after.farthest(labelled), 50)).isEqualTo(file.bytes(before.farthest(file), 50));
            byte[] again = new BmffContainer().label(labelled, JSON).bytes(0, small.length);
            assertThat(again).isEqualTo(labelled.bytes(0, small.length));
        }
    }

    /// The promise of the library is a film of any length in 64 MB of heap; this one is eight times as large.
    @Test
    void aFilmIsLabelledInAHeapMuchSmallerThanItself() throws Exception {
        Path film = folder.resolve("film.mp4");
        try (FileChannel channel = open(film)) {
            write(channel, FOUR_GIB / 8);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        film.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        long length = Long.parseLong(output.strip());
        assertThat(length).isGreaterThan(FOUR_GIB / 8 + Films.bytes("faststart.mp4").length);
    }

    /// Labels a film, reads all of the result and prints its length.
    static final class SmallHeap {
        private SmallHeap() {}

        public static void main(String[] arguments) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.READ)) {
                Source labelled = new BmffContainer().label(Source.of(channel), JSON);
                long read = 0;
                ByteBuffer buffer = ByteBuffer.allocate(Source.BUFFER);
                while (read < labelled.size()) {
                    buffer.clear().limit((int) Math.min(buffer.capacity(), labelled.size() - read));
                    labelled.read(read, buffer);
                    read += buffer.position();
                }
                System.out.println(read);
            }
        }
    }

    @Test
    void theFileOfHolesIsTheFilmItWasMadeOf() throws IOException {
        byte[] small = Films.bytes("faststart.mp4");
        try (FileChannel channel = open(folder.resolve("film.mp4"))) {
            write(channel, FOUR_GIB - small.length);
            Source file = Source.of(channel);
            long last = table(file).farthest(file);
            PlaceTable old = table(Source.of(small));
            int at = (int) old.farthest(Source.of(small));
            assertThat(file.bytes(last, 50)).isEqualTo(Arrays.copyOfRange(small, at, at + 50));
        }
    }
}
