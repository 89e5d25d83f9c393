package io.mingshi.screening;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Lays the states of an [Automaton] out in its array, breadth first, each with its fallback.
final class AutomatonBuilder {
    private static final int NOBODY = -1;
    /// So many places are tried for a state before it goes to the end of the array.
    private static final int MOST_TRIES = 4096;

    private final Spelling[] sorted;
    private final int letters;
    private final BitSet taken = new BitSet();
    private final Queue<Range> waiting = new ArrayDeque<>();
    private int[] base = new int[1 << 10];
    private int[] owner = new int[1 << 10];
    private int[] fallback = new int[1 << 10];
    private int[] output = new int[1 << 10];
    private byte[] depth = new byte[1 << 10];
    private byte[] incoming = new byte[1 << 10];
    private byte[] leaving = new byte[1 << 10];
    private Spelling[] @Nullable [] spellings = new Spelling[1 << 10][];
    private int searchFrom = 1;

    /// The spellings from `from` to `to` begin with the letters that lead to `state`.
    private record Range(int state, int depth, int from, int to) {}

    AutomatonBuilder(List<Spelling> spellings, int letters) {
        this.sorted = sorted(spellings);
        this.letters = letters;
        Arrays.fill(owner, NOBODY);
        taken.set(Automaton.ROOT);
    }

    Automaton build() {
        waiting.add(new Range(Automaton.ROOT, 0, 0, sorted.length));
        while (!waiting.isEmpty()) {
            Range range = waiting.remove();
            int[] starts = childStarts(range);
            if (starts.length > 1) {
                place(range, starts);
            }
        }
        int length = taken.length() + letters + 1;
        ensure(length);
        var cells = new int[2 * length];
        for (int state = 0; state < length; state++) {
            cells[2 * state] = base[state] * 2 + (ends(state) ? 1 : 0);
            cells[2 * state + 1] = owner[state];
        }
        return new Automaton(
                cells,
                pairs(length),
                Arrays.copyOf(fallback, length),
                Arrays.copyOf(output, length),
                Arrays.copyOf(depth, length),
                Arrays.copyOf(incoming, length),
                Arrays.copyOf(leaving, length),
                Arrays.copyOf(spellings, length));
    }

    private LetterPairs pairs(int length) {
        var pairs = new LetterPairs(owner, letters);
        for (int state = 0; state < length; state++) {
            if (pairs.isPair(owner[state])) {
                pairs.add(owner[state], state - base[owner[state]]);
            }
        }
        return pairs;
    }

    private static Spelling[] sorted(List<Spelling> spellings) {
        record Keyed(String key, Spelling spelling) {}
        return spellings.stream()
                .map(spelling -> new Keyed(key(spelling.letters), spelling))
                .sorted(Comparator.comparing(Keyed::key))
                .map(Keyed::spelling)
                .toArray(Spelling[]::new);
    }

    private static String key(char[] letters) {
        var key = new char[letters.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = Alphabet.withoutDigit(letters[i]);
        }
        return new String(key);
    }

    /// Where in the range the next letter changes, and its end; what ends at the state itself is left out.
    private int[] childStarts(Range range) {
        int from = range.from();
        while (from < range.to() && sorted[from].letters.length == range.depth()) {
            from++;
        }
        var starts = new int[range.to() - from + 1];
        int count = 0;
        for (int i = from; i < range.to(); i++) {
            if (i == from || letter(i, range.depth()) != letter(i - 1, range.depth())) {
                starts[count++] = i;
            }
        }
        starts[count] = range.to();
        return Arrays.copyOf(starts, count + 1);
    }

    private int letter(int spelling, int at) {
        return Alphabet.withoutDigit(sorted[spelling].letters[at]);
    }

    private void place(Range range, int[] starts) {
        boolean root = range.state() == Automaton.ROOT;
        int place = root ? 0 : room(range.depth(), starts);
        if (root) {
            // the states of single letters have this region to themselves
            ensure(letters);
            taken.set(0, letters);
        }
        base[range.state()] = place;
        for (int i = 0; i + 1 < starts.length; i++) {
            int child = place + letter(starts[i], range.depth());
            taken.set(child);
            owner[child] = range.state();
            depth[child] = (byte) (range.depth() + 1);
            describe(range, child, starts[i], starts[i + 1]);
            waiting.add(new Range(child, range.depth() + 1, starts[i], starts[i + 1]));
        }
        searchFrom = taken.nextClearBit(searchFrom);
    }

    private void describe(Range range, int child, int from, int to) {
        int letter = letter(from, range.depth());
        for (int i = from; i < to; i++) {
            incoming[child] |= sorted[i].gapsBefore(range.depth());
        }
        leaving[range.state()] |= incoming[child];
        int own = from;
        while (own < to && sorted[own].letters.length == range.depth() + 1) {
            own++;
        }
        if (own > from) {
            spellings[child] = Arrays.copyOfRange(sorted, from, own);
        }
        int suffix = range.state() == Automaton.ROOT ? Automaton.ROOT : follow(fallback[range.state()], letter);
        fallback[child] = suffix;
        output[child] = spellings[suffix] != null ? suffix : output[suffix];
    }

    private int follow(int state, int letter) {
        for (int from = state; ; from = fallback[from]) {
            int to = base[from] + letter;
            if (to < owner.length && owner[to] == from) {
                return to;
            }
            if (from == Automaton.ROOT) {
                return Automaton.ROOT;
            }
        }
    }

    /// A base at which all letters that follow find a free place.
    private int room(int at, int[] starts) {
        int first = letter(starts[0], at);
        int last = letter(starts[starts.length - 2], at);
        int tries = 0;
        for (int free = taken.nextClearBit(Math.max(searchFrom, first + 1)); ; free = taken.nextClearBit(free + 1)) {
            if (++tries > MOST_TRIES) {
                free = Math.max(free, taken.length());
            }
            int place = free - first;
            ensure(place + last + 1);
            if (fits(place, at, starts)) {
                return place;
            }
        }
    }

    private boolean fits(int place, int at, int[] starts) {
        for (int i = 0; i + 1 < starts.length; i++) {
            if (taken.get(place + letter(starts[i], at))) {
                return false;
            }
        }
        return true;
    }

    private boolean ends(int state) {
        return spellings[state] != null || output[state] != Automaton.ROOT;
    }

    private void ensure(int length) {
        if (length > owner.length) {
            int before = owner.length;
            int wanted = Math.max(length, before + before / 2);
            base = Arrays.copyOf(base, wanted);
            owner = Arrays.copyOf(owner, wanted);
            Arrays.fill(owner, before, wanted, NOBODY);
            fallback = Arrays.copyOf(fallback, wanted);
            output = Arrays.copyOf(output, wanted);
            depth = Arrays.copyOf(depth, wanted);
            incoming = Arrays.copyOf(incoming, wanted);
            leaving = Arrays.copyOf(leaving, wanted);
            spellings = Arrays.copyOf(spellings, wanted);
        }
    }
}
