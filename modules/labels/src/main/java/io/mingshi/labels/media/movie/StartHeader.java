package io.mingshi.labels.media.movie;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/// The movie header of a film whose first frames are new.
final class StartHeader {
    /// What depends on the frames as they were; players do without.
    private static final List<String> STALE = List.of("sdtp", "sbgp", "sgpd", "cslg");

    private final byte[] moov;
    private final Box root;
    private final Box film;
    private final Box stbl;
    private final SampleTable table;
    private final HeadFrames frames;
    private final int count;

    StartHeader(byte[] moov, Box root, Box film, Box stbl, SampleTable table, HeadFrames frames) {
        this.moov = moov;
        this.root = root;
        this.film = film;
        this.stbl = stbl;
        this.table = table;
        this.frames = frames;
        this.count = frames.count();
    }

    static List<Box> tracks(byte[] moov, Box root) throws Unspliceable {
        return root.children(moov).stream()
                .filter(box -> box.type().equals("trak"))
                .toList();
    }

    /// @param avcC the box with the parameter sets
    /// @param moved where what was at a place will be
    /// @param samplesAt where the new frames will be
    byte[] written(Box avcC, LongUnaryOperator moved, long samplesAt) throws Unspliceable {
        BoxWriter writer = new BoxWriter(moov);
        for (Box track : tracks(moov, root)) {
            if (!track.equals(film)) {
                ChunkTable chunks = ChunkTable.of(moov, track.at(moov, "mdia", "minf", "stbl"));
                writer.replace(chunks.box(), chunks.moved(moved));
            }
        }
        for (Box box : stbl.children(moov)) {
            if (STALE.contains(box.type())) {
                writer.replace(box, new byte[0]);
            }
        }
        writer.replace(avcC, frames.configuration());
        writer.replace(stbl.at(moov, "stsz"), sizes());
        writer.replace(stbl.at(moov, "stss"), syncs());
        if (stbl.child(moov, "ctts").isPresent()) {
            writer.replace(stbl.at(moov, "ctts"), shifts());
        }
        places(writer, moved, samplesAt);
        return writer.written();
    }

    private byte[] sizes() {
        ByteBuffer content =
                ByteBuffer.allocate(12 + 4 * table.count).putInt(0).putInt(0).putInt(table.count);
        for (int i = 0; i < table.count; i++) {
            content.putInt(i < count ? frames.size(i) : table.size[i]);
        }
        return BoxWriter.box("stsz", content.array());
    }

    private byte[] syncs() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < table.count; i++) {
            if (i < count ? frames.isSync(i) : table.sync.get(i)) {
                numbers.add(i + 1);
            }
        }
        ByteBuffer content =
                ByteBuffer.allocate(8 + 4 * numbers.size()).putInt(0).putInt(numbers.size());
        numbers.forEach(content::putInt);
        return BoxWriter.box("stss", content.array());
    }

    /// The new frames are decoded in the order in which they are shown; when they are decoded stays.
    private byte[] shifts() {
        long[] shown = table.shownInOrder(count);
        List<Integer> values = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        boolean negative = false;
        for (int i = 0; i < table.count; i++) {
            int value = i < count ? (int) (shown[i] - table.decoded[i]) : table.shift[i];
            negative |= value < 0;
            if (!values.isEmpty() && values.getLast() == value) {
                lengths.set(lengths.size() - 1, lengths.getLast() + 1);
            } else {
                values.add(value);
                lengths.add(1);
            }
        }
        ByteBuffer content = ByteBuffer.allocate(8 + 8 * values.size());
        content.putInt(negative ? 1 << 24 : 0).putInt(values.size());
        for (int i = 0; i < values.size(); i++) {
            content.putInt(lengths.get(i)).putInt(values.get(i));
        }
        return BoxWriter.box("ctts", content.array());
    }

    private void places(BoxWriter writer, LongUnaryOperator moved, long samplesAt) throws Unspliceable {
        List<Long> places = new ArrayList<>(List.of(samplesAt));
        List<Integer> lengths = new ArrayList<>(List.of(count));
        for (int i = count; i < table.count; i++) {
            if (i > count && table.chunk[i] == table.chunk[i - 1]) {
                lengths.set(lengths.size() - 1, lengths.getLast() + 1);
            } else {
                places.add(moved.applyAsLong(table.place[i]));
                lengths.add(1);
            }
        }
        ChunkTable chunks = ChunkTable.of(moov, stbl);
        writer.replace(
                chunks.box(),
                chunks.written(places.stream().mapToLong(Long::longValue).toArray()));
        writer.replace(stbl.at(moov, "stsc"), lengths(lengths));
    }

    private static byte[] lengths(List<Integer> lengths) {
        ByteArrayOutputStream runs = new ByteArrayOutputStream();
        int count = 0;
        for (int i = 0; i < lengths.size(); i++) {
            if (i == 0 || !lengths.get(i).equals(lengths.get(i - 1))) {
                count++;
                runs.writeBytes(ByteBuffer.allocate(12)
                        .putInt(i + 1)
                        .putInt(lengths.get(i))
                        .putInt(1)
                        .array());
            }
        }
        byte[] content = ByteBuffer.allocate(8 + runs.size())
                .putInt(0)
                .putInt(count)
                .put(runs.toByteArray())
                .array();
        return BoxWriter.box("stsc", content);
    }
}
