package io.mingshi.screening;

import io.mingshi.screening.folding.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The screener's rules for terms once more, without automaton, window or stream: every spelling at every place.
final class NaiveSearch {
    private record Letter(int value, int separatorsBefore, int start, int end) {}

    private record Written(Rule rule, Spellings.Letters spelling) {}

    private final List<Written> spellings = new ArrayList<>();

    NaiveSearch(List<Rule> rules) {
        for (Rule rule : rules) {
            String term = ((Sought.Term) rule.sought()).text();
            Spellings.of("term", term, Folding.PLAIN, true, false)
                    .forEach(spelling -> spellings.add(new Written(rule, spelling)));
        }
    }

    Optional<Verdict.Block> first(String text) {
        List<Letter> letters = letters(text);
        for (int last = 0; last < letters.size(); last++) {
            Verdict.Block longest = null;
            for (Written written : spellings) {
                int from = last + 1 - written.spelling().letters().size();
                if (from >= 0
                        && matches(letters, from, written.spelling())
                        && (longest == null || start(letters, from) < longest.start())) {
                    longest = new Verdict.Block(
                            written.rule(),
                            start(letters, from),
                            letters.get(last).end());
                }
            }
            if (longest != null) {
                return Optional.of(longest);
            }
        }
        return Optional.empty();
    }

    private static int start(List<Letter> letters, int at) {
        return letters.get(at).start();
    }

    private static boolean matches(List<Letter> letters, int from, Spellings.Letters spelling) {
        int length = spelling.letters().size();
        int digits = 0;
        int joined = 0;
        int apart = 0;
        for (int i = 0; i < length; i++) {
            Letter letter = letters.get(from + i);
            int wanted = spelling.letters().get(i);
            if (letter.value() != wanted) {
                if ("013457".indexOf(letter.value()) < 0
                        || "oieast".charAt("013457".indexOf(letter.value())) != wanted) {
                    return false;
                }
                digits++;
            }
            Gap gap = spelling.gaps().get(i);
            if (i > 0 && gap == Gap.TIGHT) {
                joined += letter.separatorsBefore() == 0 ? 1 : 0;
                apart += letter.separatorsBefore() == 1 || letter.separatorsBefore() == 2 ? 1 : 0;
                if (letter.separatorsBefore() > 2) {
                    return false;
                }
            } else if (i > 0 && !gap.permits(letter.separatorsBefore())) {
                return false;
            }
        }
        boolean disguised =
                digits > 0 && (length < 4 || digits * 2 > length) || apart > 0 && (length < 4 || joined > 0);
        int end = from + length;
        return !disguised && !joined(letters, from) && !(end < letters.size() && joined(letters, end));
    }

    private static boolean joined(List<Letter> letters, int at) {
        return at > 0
                && letters.get(at).separatorsBefore() == 0
                && Folding.isWord(letters.get(at).value())
                && Folding.isWord(letters.get(at - 1).value());
    }

    private static List<Letter> letters(String text) {
        var letters = new ArrayList<Letter>();
        int separators = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            int[] folded = Folding.PLAIN.of(codePoint);
            if (Folding.separates(folded)) {
                separators++;
            } else {
                for (int letter : folded) {
                    letters.add(new Letter(letter, separators, i, end));
                    separators = 0;
                }
            }
            i = end;
        }
        return letters;
    }
}
