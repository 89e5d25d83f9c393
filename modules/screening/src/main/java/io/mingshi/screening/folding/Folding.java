package io.mingshi.screening.folding;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Folds one code point into the letters that are compared.
///
/// It works on single code points, so that a text gives the same letters however it is cut: compatibility
/// decomposition (which levels full width and circled letters), without combining marks, in one case, simplified,
/// look-alikes of Latin letters as those. What has no letter is a separator (space, punctuation, symbol) or is
/// dropped (zero-width and other invisible characters).
public final class Folding {
    /// Without signs that stand for something.
    public static final Folding PLAIN = new Folding(Map.of());

    private static final int[] DROPPED = {};
    private static final int[] SEPARATOR = {' '};
    private static final int[][] BASIC = new int[Character.MIN_SUPPLEMENTARY_CODE_POINT][];
    /// The next two planes, where emoji and rare characters are; filled as they are met.
    private static final AtomicReferenceArray<int @Nullable []> SUPPLEMENTARY =
            new AtomicReferenceArray<>(2 * Character.MIN_SUPPLEMENTARY_CODE_POINT);

    /// First code points of A to Z in a row that compatibility decomposition does not level.
    private static final int[] LETTER_SIGNS = {0x1F150, 0x1F170, 0x1F1E6};

    private static final Map<Integer, char[]> WRITTEN_AS;

    static {
        var written = new HashMap<Integer, StringBuilder>();
        for (int i = 0; i < BASIC.length; i++) {
            BASIC[i] = fold(i);
            if (BASIC[i].length == 1 && BASIC[i][0] != ' ') {
                written.computeIfAbsent(BASIC[i][0], _ -> new StringBuilder()).append((char) i);
            }
        }
        WRITTEN_AS = written.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString().toCharArray()));
    }

    private final Map<Integer, int[]> signs;

    private Folding(Map<Integer, int[]> signs) {
        this.signs = signs;
    }

    /// The same, with signs (by code point) that stand for texts.
    ///
    /// @throws IllegalArgumentException with one sentence if a sign is a letter, or its meaning has none
    public static Folding with(Map<String, String> meanings) {
        var signs = new HashMap<Integer, int[]>();
        meanings.forEach((sign, meaning) -> signs.put(single(sign), lettersOf(meaning)));
        return new Folding(Map.copyOf(signs));
    }

    /// The letters of a code point; what has none answers to [#separates] or is empty because it is invisible.
    public int[] of(int codePoint) {
        int[] meant = signs.isEmpty() ? null : signs.get(codePoint);
        if (meant != null) {
            return meant;
        }
        return codePoint < BASIC.length ? BASIC[codePoint] : supplementary(codePoint);
    }

    private static int[] supplementary(int codePoint) {
        int place = codePoint - BASIC.length;
        if (place >= SUPPLEMENTARY.length()) {
            return fold(codePoint);
        }
        int[] known = SUPPLEMENTARY.get(place);
        if (known == null) {
            known = fold(codePoint);
            SUPPLEMENTARY.set(place, known);
        }
        return known;
    }

    /// The characters that fold to this letter alone.
    public static char[] writtenAs(int letter) {
        return WRITTEN_AS.getOrDefault(letter, new char[0]).clone();
    }

    /// Whether the code point stands for something here.
    public boolean isSign(int codePoint) {
        return signs.containsKey(codePoint);
    }

    /// The characters that stand for something here.
    public Set<Character> signs() {
        return signs.keySet().stream()
                .filter(Character::isBmpCodePoint)
                .map(sign -> (char) sign.intValue())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether the answer of [#of] stands for a space, a punctuation mark or a symbol.
    public static boolean separates(int[] folded) {
        return folded.length == 1 && folded[0] == ' ';
    }

    /// Whether the letter belongs to a script whose words are kept apart, so that a term must be a whole word.
    public static boolean isWord(int letter) {
        boolean eastAsian = letter >= 0x3000 && letter <= 0x9FFF;
        if (eastAsian || !(Character.isAlphabetic(letter) || Character.isDigit(letter))) {
            return false;
        }
        return switch (UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL, YI, THAI, LAO, KHMER, MYANMAR, TIBETAN -> false;
            default -> true;
        };
    }

    private static Integer single(String sign) {
        int[] visible = sign.codePoints().filter(part -> fold(part).length > 0).toArray();
        if (visible.length != 1 || !separates(fold(visible[0]))) {
            throw new IllegalArgumentException("the sign " + sign
                    + " is not one symbol: give a single symbol or emoji, without letters and digits");
        }
        return visible[0];
    }

    private static int[] lettersOf(String meaning) {
        int[] letters = meaning.codePoints()
                .flatMap(part -> separates(fold(part)) ? Arrays.stream(DROPPED) : Arrays.stream(fold(part)))
                .toArray();
        if (letters.length == 0) {
            throw new IllegalArgumentException("the meaning of a sign needs at least one letter or digit");
        }
        return letters;
    }

    private static int[] fold(int codePoint) {
        if (isInvisible(codePoint)) {
            return DROPPED;
        }
        for (int first : LETTER_SIGNS) {
            if (codePoint >= first && codePoint < first + 26) {
                return new int[] {'a' + codePoint - first};
            }
        }
        int[] visible = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .codePoints()
                .filter(part -> !isInvisible(part))
                .toArray();
        int[] letters = Arrays.stream(visible)
                .filter(part -> !isSeparator(part))
                .map(Folding::level)
                .toArray();
        return letters.length > 0 ? letters : visible.length > 0 ? SEPARATOR : DROPPED;
    }

    private static int level(int letter) {
        int alike = LookAlikes.latin(letter);
        return alike > 0 ? alike : Simplified.of(Character.toLowerCase(Character.toUpperCase(letter)));
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.SURROGATE -> true;
            // The next line of ISO 6429 ends a line and is no white space to the platform.
            case Character.CONTROL -> codePoint != 0x85 && !Character.isWhitespace(codePoint);
            default -> isFiller(codePoint) || isUnassignedIgnorable(codePoint);
        };
    }

    /// The Hangul fillers are letters without a picture.
    private static boolean isFiller(int codePoint) {
        return codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xFFA0;
    }

    /// What nobody sees though it means nothing yet: `Default_Ignorable_Code_Point` of Unicode without a category.
    /// [UAX #44](https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point)
    private static boolean isUnassignedIgnorable(int codePoint) {
        return codePoint == 0x2065
                || (codePoint >= 0xFFF0 && codePoint <= 0xFFF8)
                || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
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
