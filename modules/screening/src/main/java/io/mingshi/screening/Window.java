package io.mingshi.screening;

/// The last letters of a text, by their number from the text's beginning, with place and separators before each.
final class Window {
    /// Room for the longest sentence, and for the longest phrases before and after the longest term.
    static final int SIZE = 512;

    private static final int MASK = SIZE - 1;

    private final Alphabet alphabet;
    private final char[] letters = new char[SIZE];
    private final byte[] separators = new byte[SIZE];
    private final int[] starts = new int[SIZE];
    private final byte[] lengths = new byte[SIZE];
    private int count;

    Window(Alphabet alphabet) {
        this.alphabet = alphabet;
    }

    int count() {
        return count;
    }

    void add(char letter, int separatorsBefore, int start, int length) {
        int at = count++ & MASK;
        letters[at] = letter;
        separators[at] = (byte) Math.min(separatorsBefore, Byte.MAX_VALUE);
        starts[at] = start;
        lengths[at] = (byte) length;
    }

    /// Whether that many letters were read and the oldest of them is still known.
    boolean has(int letter) {
        return letter >= 0 && letter < count && letter >= count - SIZE;
    }

    char letter(int letter) {
        return letters[letter & MASK];
    }

    boolean isWord(int letter) {
        return alphabet.isWord(letters[letter & MASK]);
    }

    int separatorsBefore(int letter) {
        return separators[letter & MASK];
    }

    int start(int letter) {
        return starts[letter & MASK];
    }

    int end(int letter) {
        return starts[letter & MASK] + lengths[letter & MASK];
    }

    /// Whether a term may begin at this letter: anywhere in Han text, else where a word begins.
    boolean opensTerm(int letter) {
        return letter == 0 || separatorsBefore(letter) > 0 || !isWord(letter) || !isWord(letter - 1);
    }

    /// Whether the letter follows the one before it as inside a term without spaces.
    boolean joins(int letter) {
        return Gap.between(isWord(letter - 1), isWord(letter), false).permits(separatorsBefore(letter));
    }
}
