package io.mingshi.screening.folding;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What else may be written for a character: its reading in Latin letters, or its two halves beside each other.
public final class Readings {
    private static final Map<Integer, String> PINYIN = new HashMap<>();
    private static final Map<Integer, String> HALVES = new HashMap<>();

    static {
        for (String line : Characters.lines("pinyin.txt")) {
            int space = line.indexOf(' ');
            line.substring(space + 1).codePoints().forEach(letter -> PINYIN.put(letter, line.substring(0, space)));
        }
        for (String line : Characters.lines("halves.txt")) {
            HALVES.put(line.codePointAt(0), line.substring(1));
        }
    }

    private Readings() {}

    /// The most usual syllable without its tone, from the transliteration data of Unicode CLDR.
    public static Optional<String> pinyin(int letter) {
        return Optional.ofNullable(PINYIN.get(letter));
    }

    /// The left and the right half, each a character of its own.
    public static Optional<String> halves(int letter) {
        return Optional.ofNullable(HALVES.get(letter));
    }
}
