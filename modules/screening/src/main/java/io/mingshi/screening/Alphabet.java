package io.mingshi.screening;

import io.mingshi.screening.folding.Folding;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The letters that some rule needs, numbered; what a text has besides is told apart only as far as rules care.
///
/// A digit that may stand for a letter (0 for o) has that letter's number with [#DIGIT] set.
final class Alphabet {
    static final char DROPPED = 0;
    static final char SEPARATOR = 1;
    /// Half of a pair, or more than one letter.
    static final char SEVERAL = 2;
    /// A letter of no rule, of a script that keeps words apart.
    static final char OTHER_WORD = 3;

    static final char OTHER = 4;
    static final char FIRST = 5;
    static final char DIGIT = 0x8000;

    private static final Map<Character, Character> STANDS_FOR =
            Map.of('0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '7', 't');

    private static final char[] WITHOUT_RULES = new char[1 << 16];

    static {
        for (int i = 0; i < WITHOUT_RULES.length; i++) {
            WITHOUT_RULES[i] = withoutRules((char) i);
        }
    }

    private final Folding folding;
    private final Map<Integer, Character> numbers = new HashMap<>();
    private final char[] ofCharacter = WITHOUT_RULES.clone();
    private final boolean[] word;

    Alphabet(Folding folding, Set<Integer> letters) {
        this.folding = folding;
        var all = new TreeSet<>(letters);
        STANDS_FOR.forEach((digit, letter) -> {
            all.remove((int) digit);
            all.add((int) letter);
        });
        if (all.size() + FIRST >= DIGIT) {
            throw new IllegalArgumentException(
                    "the library has more than " + (DIGIT - FIRST) + " different letters; shorten its patterns");
        }
        word = new boolean[all.size() + FIRST];
        word[OTHER_WORD] = true;
        for (int letter : all) {
            char number = (char) (FIRST + numbers.size());
            numbers.put(letter, number);
            word[number] = Folding.isWord(letter);
        }
        STANDS_FOR.forEach((digit, letter) -> numbers.put((int) digit, (char) (number(letter) | DIGIT)));
        numbers.forEach((letter, number) -> {
            for (char character : Folding.writtenAs(letter)) {
                ofCharacter[character] = number;
            }
        });
        folding.signs().forEach(sign -> ofCharacter[sign] = SEVERAL);
    }

    /// By character: a letter's number, or one of the constants.
    char[] table() {
        return ofCharacter;
    }

    int[] fold(int codePoint) {
        return folding.of(codePoint);
    }

    boolean isSign(int codePoint) {
        return folding.isSign(codePoint);
    }

    char number(int letter) {
        Character number = numbers.get(letter);
        return number != null ? number : Folding.isWord(letter) ? OTHER_WORD : OTHER;
    }

    boolean isWord(char number) {
        return word[number & ~DIGIT];
    }

    int size() {
        return word.length;
    }

    /// Whether a digit is read as that letter.
    static boolean standsFor(char found, char letter) {
        return found == (letter | DIGIT) && found != letter;
    }

    static char withoutDigit(char number) {
        return (char) (number & ~DIGIT);
    }

    private static char withoutRules(char character) {
        if (Character.isSurrogate(character)) {
            return SEVERAL;
        }
        int[] folded = Folding.PLAIN.of(character);
        if (folded.length == 0) {
            return DROPPED;
        }
        if (Folding.separates(folded)) {
            return SEPARATOR;
        }
        return folded.length > 1 ? SEVERAL : Folding.isWord(folded[0]) ? OTHER_WORD : OTHER;
    }
}
