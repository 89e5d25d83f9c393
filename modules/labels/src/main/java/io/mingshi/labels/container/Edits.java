package io.mingshi.labels.container;

import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes of a file, each at a place of the unchanged file, and where every byte stands afterwards.
///
/// The bytes of a change may be filled in later, once the positions are known; only their number counts until then.
public final class Edits {
    private final List<Edit> edits = new ArrayList<>();

    private record Edit(long from, long to, Source bytes) {
        long growth() {
            return bytes.size() - (to - from);
        }
    }

    /// No change yet.
    public Edits() {}

    /// Puts new bytes in the place of a range. An empty range is an insertion; insertions at one place keep their
    /// order.
    /// Ranges must not overlap.
    public void replace(long from, long to, byte[] bytes) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a change from " + from + " to " + to);
        }
        edits.add(new Edit(from, to, Source.of(bytes)));
    }

    /// Where bytes that were not replaced stand after the changes known so far.
    public Positions positions() {
        List<Edit> moving = sorted().stream().filter(edit -> edit.growth() != 0).toList();
        long[] ends = new long[moving.size()];
        long[] shifts = new long[moving.size()];
        long shift = 0;
        for (int i = 0; i < ends.length; i++) {
            shift += moving.get(i).growth();
            ends[i] = moving.get(i).to;
            shifts[i] = shift;
        }
        return new Positions(ends, shifts);
    }

    /// The changed file.
    public Splice apply(Source file) {
        Splice.Builder out = Splice.builder();
        long at = 0;
        for (Edit edit : sorted()) {
            if (edit.from < at) {
                throw new IllegalStateException("two changes of the same bytes at " + edit.from);
            }
            out.copy(file, at, edit.from - at).copy(edit.bytes, 0, edit.bytes.size());
            at = edit.to;
        }
        return out.copy(file, at, file.size() - at).build();
    }

    private List<Edit> sorted() {
        return edits.stream()
                .sorted(Comparator.comparingLong(Edit::from).thenComparingLong(Edit::to))
                .toList();
    }

    /// Where the bytes of the unchanged file stand in the changed one.
    public static final class Positions {
        /// Behind which place of the unchanged file each shift holds.
        private final long[] ends;
        private final long[] shifts;

        private Positions(long[] ends, long[] shifts) {
            this.ends = ends;
            this.shifts = shifts;
        }

        /// Whether every byte stands where it stood.
        public boolean same() {
            return ends.length == 0;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Positions that
                    && Arrays.equals(ends, that.ends)
                    && Arrays.equals(shifts, that.shifts);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(ends) + Arrays.hashCode(shifts);
        }

        /// The new place of a byte. A byte behind an insertion at its own place has moved.
        public long of(long old) {
            int low = 0;
            int high = ends.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ends[middle] <= old) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low == 0 ? old : old + shifts[low - 1];
        }
    }
}
