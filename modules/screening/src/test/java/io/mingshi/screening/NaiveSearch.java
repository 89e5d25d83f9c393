package io.mingshi.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The screener's rules once more, without automaton, window or stream: every term is tried at every place.
final class NaiveSearch {
    private record Letter(int value, int separatorsBefore, int start, int end) {}

    private final List<Pattern> patterns;

    NaiveSearch(List<Rule> rules) {
        patterns = rules.stream().map(Pattern::of).toList();
    }

    Optional<Verdict.Block> first(String text) {
        List<Letter> letters = letters(text);
        for (int last = 0; last < letters.size(); last++) {
            Verdict.Block longest = null;
            for (Pattern pattern : patterns) {
                int from = last + 1 - pattern.length();
                if (from >= 0
                        && matches(letters, from, pattern)
                        && (longest == null || start(letters, from) < longest.start())) {
                    longest = new Verdict.Block(
                            pattern.rule(),
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

    private static boolean matches(List<Letter> letters, int from, Pattern pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            Letter letter = letters.get(from + i);
            if (letter.value() != pattern.letters().get(i)
                    || (i > 0 && !pattern.gaps().get(i - 1).permits(letter.separatorsBefore()))) {
                return false;
            }
        }
        int end = from + pattern.length();
        return !joined(letters, from) && !(end < letters.size() && joined(letters, end));
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
            int[] folded = Folding.of(codePoint);
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
