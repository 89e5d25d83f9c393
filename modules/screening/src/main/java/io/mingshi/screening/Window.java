package io.mingshi.screening;

/// The last letters of a text, by their number from the text's beginning, with place and separators before each.
final class Window {
    /// Room for the longest sentence, and for the longest phrases before and after the longest term.
    static final int SIZE = 512;

    private static final int MASK = SIZE - 1;

    private final Alphabet alphabet;
    /// In one number: place (32 bits), separators before (8), length (8), letter (16).
    private final long[] letters = new long[SIZE];

    private int count;

    Window(Alphabet alphabet) {
        this.alphabet = alphabet;
    }

    int count() {
        return count;
    }

    void add(char letter, int separatorsBefore, int start, int length) {
        letters[count++ & MASK] = ((long) start << 32)
                | ((long) Math.min(separatorsBefore, Byte.MAX_VALUE) << 24)
                | ((long) length << 16)
                | letter;
    }

    /// Whether that many letters were read and the oldest of them is still known.
    boolean has(int letter) {
        return letter >= 0 && letter < count && letter >= count - SIZE;
    }

    char letter(int letter) {
        return (char) letters[letter & MASK];
    }

    boolean isWord(int letter) {
        return alphabet.isWord(letter(letter));
    }

    int separatorsBefore(int letter) {
        return (int) (letters[letter & MASK] >> 24) & 0xFF;
    }

    int start(int letter) {
        return (int) (letters[letter & MASK] >> 32);
    }

    int end(int letter) {
        return start(letter) + ((int) (letters[letter & MASK] >> 16) & 0xFF);
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
