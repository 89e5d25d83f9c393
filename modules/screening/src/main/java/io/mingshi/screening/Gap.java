package io.mingshi.screening;

import io.mingshi.screening.folding.Folding;

/// How many separators a text may have between two neighbouring letters of a term.
enum Gap {
    /// Inside a word: none; or one or two everywhere, in a word that is spelled out.
    TIGHT(0, 0, 1),
    /// Between two words: at least one; more than a line break with indentation is another sentence.
    SPACE(1, 8, 2),
    /// Beside a Han character or a syllable of pinyin: separators are an evasion, up to two of them.
    LOOSE(0, 2, 4);

    /// In a set of gaps: some spelling is long enough to be found spelled out.
    static final byte MAY_BE_SPELLED_OUT = 8;

    /// More separators than this end every term.
    static final int LONGEST = 8;

    private static final int SPELLED_OUT = 2;

    private final int least;
    private final int most;
    /// In a set of gaps.
    private final int bit;

    Gap(int least, int most, int bit) {
        this.least = least;
        this.most = most;
        this.bit = bit;
    }

    static Gap between(int left, int right, boolean separated) {
        return between(Folding.isWord(left), Folding.isWord(right), separated);
    }

    static Gap between(boolean leftWord, boolean rightWord, boolean separated) {
        if (!leftWord || !rightWord) {
            return LOOSE;
        }
        return separated ? SPACE : TIGHT;
    }

    boolean permits(int separators) {
        return separators >= least && separators <= most;
    }

    /// Whether so many separators between all letters of a word spell it out.
    static boolean spellsOut(int separators) {
        return separators >= 1 && separators <= SPELLED_OUT;
    }

    /// Whether the gap can still be permitted when so many separators have come and more may come.
    boolean reaches(int separators) {
        return separators <= most;
    }

    byte bit() {
        return (byte) bit;
    }

    boolean in(byte gaps) {
        return (gaps & bit) != 0;
    }
}
