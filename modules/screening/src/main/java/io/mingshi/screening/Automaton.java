package io.mingshi.screening;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The Aho-Corasick automaton over the letters of all terms, without separators; gaps are checked where a term ends.
///
/// A text is read once, in time linear in its length, whatever the number of terms (Aho and Corasick, 1975). States
/// are places in a double array (Aoe, 1989): `s` goes by letter `c` to `base(s) + c` if that place belongs to `s`.
final class Automaton {
    static final int ROOT = 0;

    /// By state, two numbers beside each other: base * 2 (+ 1 where a spelling ends), and the state it belongs to.
    private final int[] cells;
    private final LetterPairs pairs;

    private final int[] fallback;
    private final int[] output;
    private final byte[] depth;
    /// The gaps by which spellings come to a state, and by which they go on.
    private final byte[] incoming;

    private final byte[] leaving;
    private final Spelling[] @Nullable [] spellings;

    Automaton(
            int[] cells,
            LetterPairs pairs,
            int[] fallback,
            int[] output,
            byte[] depth,
            byte[] incoming,
            byte[] leaving,
            Spelling[] @Nullable [] spellings) {
        this.cells = cells;
        this.pairs = pairs;
        this.fallback = fallback;
        this.output = output;
        this.depth = depth;
        this.incoming = incoming;
        this.leaving = leaving;
        this.spellings = spellings;
    }

    static Automaton of(List<Spelling> spellings, Alphabet alphabet) {
        return new AutomatonBuilder(spellings, alphabet.size()).build();
    }

    /// @param letter without [Alphabet#DIGIT]
    int next(int state, int letter) {
        int from = pairs.rulesOut(state, letter) ? ROOT : state;
        for (; ; from = fallback[from]) {
            int to = (cells[2 * from] >> 1) + letter;
            if (cells[2 * to + 1] == from) {
                return to;
            }
            if (from == ROOT) {
                return ROOT;
            }
        }
    }

    boolean endsSpelling(int state) {
        return (cells[2 * state] & 1) != 0;
    }

    /// The state or its nearest fallback at which a spelling ends; the root when there is none.
    int firstOutput(int state) {
        return spellings[state] != null ? state : output[state];
    }

    int nextOutput(int state) {
        return output[state];
    }

    List<Spelling> spellings(int state) {
        Spelling[] own = spellings[state];
        return own == null ? List.of() : Arrays.asList(own);
    }

    /// The number of the first letter of the longest beginning of a term that may still go on; -1 when there is none.
    int openFrom(int state, Window window, int separators) {
        for (int node = state; node != ROOT; node = fallback[node]) {
            int first = window.count() - depth[node];
            if (window.opensTerm(first) && isOpen(first, window, separators)) {
                return first;
            }
        }
        return -1;
    }

    private boolean isOpen(int first, Window window, int separators) {
        int node = next(ROOT, Alphabet.withoutDigit(window.letter(first)));
        boolean joined = false;
        boolean spelledOut = false;
        for (int letter = first + 1; letter < window.count(); letter++) {
            node = next(node, Alphabet.withoutDigit(window.letter(letter)));
            int before = window.separatorsBefore(letter);
            boolean tight = Gap.TIGHT.in(incoming[node]);
            boolean apart = (incoming[node] & Gap.MAY_BE_SPELLED_OUT) != 0;
            boolean loose = (Gap.SPACE.in(incoming[node]) && Gap.SPACE.permits(before))
                    || (Gap.LOOSE.in(incoming[node]) && Gap.LOOSE.permits(before));
            if (!loose && !(tight && (before == 0 || (apart && Gap.spellsOut(before))))) {
                return false;
            }
            joined |= !loose && before == 0;
            spelledOut |= !loose && before > 0;
        }
        return !(joined && spelledOut) && goesOn(leaving[node], separators, joined);
    }

    private static boolean goesOn(byte gaps, int separators, boolean joined) {
        return (Gap.SPACE.in(gaps) && Gap.SPACE.reaches(separators))
                || (Gap.LOOSE.in(gaps) && Gap.LOOSE.reaches(separators))
                || (Gap.TIGHT.in(gaps) && separators == 0)
                || ((gaps & Gap.MAY_BE_SPELLED_OUT) != 0 && !joined && Gap.spellsOut(separators));
    }
}
