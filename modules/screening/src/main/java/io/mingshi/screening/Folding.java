package io.mingshi.screening;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;

/// Folds one code point into the letters that are compared.
///
/// It works on single code points, so that a text gives the same letters however it is cut: compatibility
/// decomposition (which levels full width), without combining marks, in one case. What has no letter is a separator
/// (space, punctuation, symbol) or is dropped (zero-width and other invisible characters).
final class Folding {
    private static final int[] DROPPED = {};
    private static final int[] SEPARATOR = {' '};

    private static final int[][] ASCII = new int[128][];

    static {
        for (int i = 0; i < ASCII.length; i++) {
            ASCII[i] = fold(i);
        }
    }

    private Folding() {}

    /// The letters of a code point; what has none answers to [#separates] or is empty because it is invisible.
    static int[] of(int codePoint) {
        if (codePoint < ASCII.length) {
            return ASCII[codePoint];
        }
        return codePoint >= 0x4E00 && codePoint <= 0x9FFF ? new int[] {codePoint} : fold(codePoint);
    }

    /// Whether the answer of [#of] stands for a space, a punctuation mark or a symbol.
    static boolean separates(int[] folded) {
        return folded.length == 1 && folded[0] == ' ';
    }

    private static int[] fold(int codePoint) {
        if (isInvisible(codePoint)) {
            return DROPPED;
        }
        int[] visible = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .codePoints()
                .filter(part -> !isInvisible(part))
                .toArray();
        int[] letters = Arrays.stream(visible)
                .filter(part -> !isSeparator(part))
                .map(part -> Character.toLowerCase(Character.toUpperCase(part)))
                .toArray();
        return letters.length > 0 ? letters : visible.length > 0 ? SEPARATOR : DROPPED;
    }

    /// Whether the letter belongs to a script whose words are kept apart, so that a term must be a whole word.
    static boolean isWord(int letter) {
        boolean eastAsian = letter >= 0x3000 && letter <= 0x9FFF;
        if (eastAsian || !(Character.isAlphabetic(letter) || Character.isDigit(letter))) {
            return false;
        }
        return switch (UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL, YI, THAI, LAO, KHMER, MYANMAR, TIBETAN -> false;
            default -> true;
        };
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.SURROGATE -> true;
            case Character.CONTROL -> !Character.isWhitespace(codePoint);
            // The Hangul fillers are letters without a picture.
            default -> codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xFFA0;
        };
    }

    private static boolean isSeparator(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
