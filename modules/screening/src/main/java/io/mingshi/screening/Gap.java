package io.mingshi.screening;

/// How many separators a text may have between two neighbouring letters of a term.
enum Gap {
    /// Inside a word: none.
    TIGHT(0, 0),
    /// Between two words: at least one; more than a line break with indentation is another sentence.
    SPACE(1, 8),
    /// Beside a Han character: separators are an evasion, up to two of them.
    LOOSE(0, 2);

    /// More separators than this end every term.
    static final int LONGEST = 8;

    private final int least;
    private final int most;

    Gap(int least, int most) {
        this.least = least;
        this.most = most;
    }

    static Gap between(int left, int right, boolean separated) {
        if (!Folding.isWord(left) || !Folding.isWord(right)) {
            return LOOSE;
        }
        return separated ? SPACE : TIGHT;
    }

    boolean permits(int separators) {
        return separators >= least && separators <= most;
    }

    /// Whether the gap can still be permitted when so many separators have come and more may come.
    boolean reaches(int separators) {
        return separators <= most;
    }
}
