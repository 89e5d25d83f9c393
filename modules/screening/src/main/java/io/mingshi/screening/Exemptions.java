package io.mingshi.screening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The phrases inside which nothing is found; looked at only where something was.
final class Exemptions {
    enum Answer {
        /// The hit lies inside a phrase.
        INSIDE,
        /// The text does not yet tell.
        OPEN,
        OUTSIDE
    }

    private final Node root = new Node();
    private final int longest;

    Exemptions(List<Spelling> phrases) {
        phrases.forEach(this::add);
        longest = phrases.stream()
                .mapToInt(phrase -> phrase.letters.length)
                .max()
                .orElse(0);
    }

    /// @param separators how many follow the last letter of the window so far
    /// @param ended whether nothing more comes
    Answer about(Hit hit, Window window, int separators, boolean ended) {
        if (root.next.isEmpty()) {
            return Answer.OUTSIDE;
        }
        Answer answer = Answer.OUTSIDE;
        for (int first = Math.max(0, hit.first() - longest); first <= hit.first(); first++) {
            if (window.has(first) && window.opensTerm(first)) {
                switch (from(first, hit, window, separators, ended)) {
                    case INSIDE -> {
                        return Answer.INSIDE;
                    }
                    case OPEN -> answer = Answer.OPEN;
                    case OUTSIDE -> {}
                }
            }
        }
        return answer;
    }

    private Answer from(int first, Hit hit, Window window, int separators, boolean ended) {
        Node node = root;
        for (int letter = first; letter < window.count(); letter++) {
            node = node.step(window, first, letter);
            if (node == null) {
                return Answer.OUTSIDE;
            }
            if (node.ends && letter >= hit.last()) {
                if (wordEnds(letter, window)) {
                    return Answer.INSIDE;
                }
                if (letter + 1 == window.count()) {
                    return separators > 0 || ended ? Answer.INSIDE : Answer.OPEN;
                }
            }
        }
        return !ended && node.goesOn(separators) ? Answer.OPEN : Answer.OUTSIDE;
    }

    private static boolean wordEnds(int letter, Window window) {
        return !window.isWord(letter) || (letter + 1 < window.count() && window.opensTerm(letter + 1));
    }

    private void add(Spelling phrase) {
        Node node = root;
        for (int i = 0; i < phrase.letters.length; i++) {
            Gap gap = i == 0 ? Gap.LOOSE : phrase.gapBefore(i);
            node = node.next
                    .computeIfAbsent(gap, _ -> new HashMap<>())
                    .computeIfAbsent(phrase.letters[i], _ -> new Node());
        }
        node.ends = true;
    }

    private static final class Node {
        final Map<Gap, Map<Character, Node>> next = new HashMap<>();
        boolean ends;

        @Nullable
        Node step(Window window, int first, int letter) {
            for (Map.Entry<Gap, Map<Character, Node>> gap : next.entrySet()) {
                Node to = gap.getValue().get(window.letter(letter));
                if (to != null && (letter == first || gap.getKey().permits(window.separatorsBefore(letter)))) {
                    return to;
                }
            }
            return null;
        }

        boolean goesOn(int separators) {
            return next.keySet().stream().anyMatch(gap -> gap.reaches(separators));
        }
    }
}
