package io.mingshi.labels.media.movie;

import io.mingshi.labels.container.Bytes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/// Time, size and place of each sample of a film, in the order in which they are decoded.
final class SampleTable {
    /// Four hours at 60 frames per second.
    private static final int MOST_SAMPLES = 1_000_000;

    final int count;
    final long[] decoded;
    final int[] shift;
    final int[] size;
    final long[] place;
    final int[] chunk;
    final BitSet sync = new BitSet();

    private final byte[] moov;
    private final Box stbl;

    private SampleTable(byte[] moov, Box stbl) throws Unspliceable {
        this.moov = moov;
        this.stbl = stbl;
        Box sizes = stbl.at(moov, "stsz");
        long equal = sizes.end() - sizes.body() < 12 ? -1 : Bytes.u32(moov, sizes.body() + 4);
        this.count = sizes.count(moov, 8, equal == 0 ? 4 : 0);
        if (equal < 0 || count < 1 || count > MOST_SAMPLES) {
            throw new Unspliceable("the film has " + count + " frames");
        }
        decoded = new long[count];
        shift = new int[count];
        size = new int[count];
        place = new long[count];
        chunk = new int[count];
        for (int i = 0; i < count; i++) {
            size[i] = equal == 0 ? (int) Bytes.u32(moov, sizes.body() + 12 + 4 * i) : (int) equal;
        }
    }

    static SampleTable of(byte[] moov, Box stbl) throws Unspliceable {
        SampleTable table = new SampleTable(moov, stbl);
        table.readTimes(stbl.at(moov, "stts"));
        Optional<Box> shifts = stbl.child(moov, "ctts");
        if (shifts.isPresent()) {
            table.readShifts(shifts.get());
        }
        table.readSync(stbl.at(moov, "stss"));
        table.readPlaces();
        return table;
    }

    private void readTimes(Box stts) throws Unspliceable {
        int runs = stts.count(moov, 4, 8);
        int sample = 0;
        long time = 0;
        for (int run = 0; run < runs; run++) {
            int at = stts.body() + 8 + 8 * run;
            long delta = Bytes.u32(moov, at + 4);
            for (long i = Bytes.u32(moov, at); i > 0 && sample < count; i--) {
                decoded[sample++] = time;
                time += delta;
            }
        }
        requireAll(sample);
    }

    private void readShifts(Box ctts) throws Unspliceable {
        int runs = ctts.count(moov, 4, 8);
        int sample = 0;
        for (int run = 0; run < runs; run++) {
            int at = ctts.body() + 8 + 8 * run;
            int value = (int) Bytes.u32(moov, at + 4);
            for (long i = Bytes.u32(moov, at); i > 0 && sample < count; i--) {
                shift[sample++] = value;
            }
        }
        requireAll(sample);
    }

    private void readSync(Box stss) throws Unspliceable {
        int entries = stss.count(moov, 4, 4);
        for (int i = 0; i < entries; i++) {
            long number = Bytes.u32(moov, stss.body() + 8 + 4 * i);
            if (number >= 1 && number <= count) {
                sync.set((int) number - 1);
            }
        }
    }

    private void readPlaces() throws Unspliceable {
        ChunkTable chunks = ChunkTable.of(moov, stbl);
        Box runs = stbl.at(moov, "stsc");
        int entries = runs.count(moov, 4, 12);
        int sample = 0;
        for (int run = 0; run < entries; run++) {
            int at = runs.body() + 8 + 12 * run;
            long first = Bytes.u32(moov, at);
            long last = run + 1 < entries ? Bytes.u32(moov, at + 12) : chunks.count() + 1L;
            long each = Bytes.u32(moov, at + 4);
            if (Bytes.u32(moov, at + 8) != 1 || first < 1 || last > chunks.count() + 1L) {
                throw new Unspliceable("the film has several forms of samples");
            }
            for (long c = first; c < last && sample < count; c++) {
                sample = readChunk((int) c - 1, chunks.place((int) c - 1), each, sample);
            }
        }
        requireAll(sample);
    }

    private int readChunk(int index, long from, long each, int first) {
        int sample = first;
        long at = from;
        for (long i = 0; i < each && sample < count; i++) {
            chunk[sample] = index;
            place[sample] = at;
            at += size[sample++];
        }
        return sample;
    }

    private void requireAll(int samples) throws Unspliceable {
        if (samples < count) {
            throw new Unspliceable("a table of the film is shorter than the film");
        }
    }

    /// When a sample is shown, in units of the film's clock.
    long shown(int sample) {
        return decoded[sample] + shift[sample];
    }

    /// When each of the first samples is shown, in the order of showing.
    long[] shownInOrder(int first) {
        long[] times = new long[first];
        for (int i = 0; i < first; i++) {
            times[i] = shown(i);
        }
        Arrays.sort(times);
        return times;
    }

    /// The first sample from which on the film can be decoded by itself and that is not shown before a time.
    Optional<Integer> nextStart(long time) {
        long[] earliest = new long[count + 1];
        earliest[count] = Long.MAX_VALUE;
        for (int i = count - 1; i >= 0; i--) {
            earliest[i] = Math.min(earliest[i + 1], shown(i));
        }
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            if (i > 0 && sync.get(i) && shown(i) >= time && earliest[i] == shown(i) && latest < shown(i)) {
                return Optional.of(i);
            }
            latest = Math.max(latest, shown(i));
        }
        return Optional.empty();
    }
}
