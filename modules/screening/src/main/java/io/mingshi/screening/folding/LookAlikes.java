package io.mingshi.screening.folding;

/// Letters of other scripts that look like Latin ones, from the confusables of Unicode (UTS #39).
///
/// The look of the capital counts for the small letter, too, where that has none of its own, so that a word in
/// its own script folds alike in both cases.
final class LookAlikes {
    private static final char[] LATIN = new char[1 << 16];

    static {
        for (String line : Characters.lines("lookalikes.txt")) {
            for (int i = 0; i + 1 < line.length(); i += 2) {
                LATIN[line.charAt(i)] = line.charAt(i + 1);
            }
        }
    }

    private LookAlikes() {}

    /// The small Latin letter, or 0.
    static int latin(int letter) {
        if (letter < 0x80 || letter >= LATIN.length) {
            return 0;
        }
        if (LATIN[letter] != 0) {
            return LATIN[letter];
        }
        int upper = Character.toUpperCase(letter);
        return upper < LATIN.length ? LATIN[upper] : 0;
    }
}
