package io.mingshi.screening;

/// Which pairs of letters begin no term, as far as a small table can tell: most letters of an ordinary text are done
/// with after one look at it, which stays in the processor's cache however many terms there are.
final class LetterPairs {
    private static final int FEWEST_BITS = 10;
    private static final int MOST_BITS = 21;

    private final int letters;
    private final int shift;
    private final long[] begun;

    /// @param owner of every state; those of single letters have the letter's number
    LetterPairs(int[] owner, int letters) {
        this.letters = letters;
        int count = 0;
        for (int state = 0; state < owner.length; state++) {
            count += isPair(owner[state]) ? 1 : 0;
        }
        int bits = Math.clamp(36 - Integer.numberOfLeadingZeros(count), FEWEST_BITS, MOST_BITS);
        this.shift = Integer.SIZE - bits;
        this.begun = new long[1 << (bits - 6)];
    }

    void add(int first, int second) {
        int place = place(first, second);
        begun[place >>> 6] |= 1L << place;
    }

    /// Whether the state is a single letter, and no term begins with it and this one.
    boolean rulesOut(int state, int letter) {
        if (state >= letters) {
            return false;
        }
        int place = place(state, letter);
        return (begun[place >>> 6] & (1L << place)) == 0;
    }

    boolean isPair(int owner) {
        return owner > Automaton.ROOT && owner < letters;
    }

    private int place(int first, int second) {
        return (first * 0x9E3779B1 + second * 0x85EBCA6B) >>> shift;
    }
}
