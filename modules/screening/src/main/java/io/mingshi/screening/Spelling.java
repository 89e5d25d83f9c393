package io.mingshi.screening;

/// One way to write a rule's term, as letters of an [Alphabet], and the gap before each letter but the first.
final class Spelling {
    /// Fewer letters are neither found spelled out nor with digits for letters: too many ordinary texts look so.
    private static final int SHORTEST_DISGUISED = 4;

    final Rule rule;
    final char[] letters;
    private final Gap[] gaps;

    Spelling(Rule rule, char[] letters, Gap[] gaps) {
        this.rule = rule;
        this.letters = letters;
        this.gaps = gaps;
    }

    Gap gapBefore(int letter) {
        return gaps[letter];
    }

    /// The gap before this letter as a set.
    byte gapsBefore(int letter) {
        boolean apart = gaps[letter] == Gap.TIGHT && letters.length >= SHORTEST_DISGUISED;
        return (byte) (gaps[letter].bit() | (apart ? Gap.MAY_BE_SPELLED_OUT : 0));
    }

    /// Whether the letters of the window from this one on are this spelling, beginning where a word begins.
    boolean matches(Window window, int first) {
        int replaced = 0;
        for (int i = 0; i < letters.length; i++) {
            char found = window.letter(first + i);
            if (found != letters[i]) {
                if (!Alphabet.standsFor(found, letters[i])) {
                    return false;
                }
                replaced++;
            }
        }
        boolean plain = replaced == 0 || (letters.length >= SHORTEST_DISGUISED && replaced * 2 <= letters.length);
        return plain && spaced(window, first) && window.opensTerm(first);
    }

    private boolean spaced(Window window, int first) {
        int joined = 0;
        int spelledOut = 0;
        for (int i = 1; i < letters.length; i++) {
            int separators = window.separatorsBefore(first + i);
            if (gaps[i] == Gap.TIGHT) {
                joined += separators == 0 ? 1 : 0;
                spelledOut += Gap.spellsOut(separators) ? 1 : 0;
                if (separators != 0 && !Gap.spellsOut(separators)) {
                    return false;
                }
            } else if (!gaps[i].permits(separators)) {
                return false;
            }
        }
        return spelledOut == 0 || (joined == 0 && letters.length >= SHORTEST_DISGUISED);
    }
}
