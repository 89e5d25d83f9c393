package io.mingshi.screening;

/// The last letters of a text: each with its place and the separators before it; `back` 0 is the latest.
final class Window {
    private static final int SIZE = 128;

    private final int[] letters = new int[SIZE];
    private final int[] separators = new int[SIZE];
    private final int[] starts = new int[SIZE];
    private final int[] ends = new int[SIZE];
    private int count;

    void add(int letter, int separatorsBefore, int start, int end) {
        int at = count++ & (SIZE - 1);
        letters[at] = letter;
        separators[at] = separatorsBefore;
        starts[at] = start;
        ends[at] = end;
    }

    int separatorsBefore(int back) {
        return separators[at(back)];
    }

    int start(int back) {
        return starts[at(back)];
    }

    int end(int back) {
        return ends[at(back)];
    }

    /// Whether a term may begin at this letter: anywhere in Han text, else where a word begins.
    boolean opensTerm(int back) {
        boolean first = back + 1 >= count;
        return first
                || separators[at(back)] > 0
                || !Folding.isWord(letters[at(back)])
                || !Folding.isWord(letters[at(back + 1)]);
    }

    private int at(int back) {
        return (count - 1 - back) & (SIZE - 1);
    }
}
