package io.mingshi.screening;

import io.mingshi.screening.folding.Folding;
import io.mingshi.screening.folding.Readings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All ways to write a term: with characters split into their halves, and with syllables where the rule asks for it.
///
/// With more than [#MOST] of them, characters are replaced one at a time and all at once.
final class Spellings {
    static final int MOST = 64;
    static final int LONGEST = 64;

    private final List<Position> positions;

    private Spellings(List<Position> positions) {
        this.positions = positions;
    }

    /// A letter of the term and what may stand for it; the letter itself comes first.
    private record Position(List<Part> parts, boolean separated) {}

    /// @param syllable in Latin letters
    private record Part(List<Integer> letters, boolean syllable) {}

    /// Letters with the gap before each; the first gap means nothing.
    record Letters(List<Integer> letters, List<Gap> gaps) {}

    /// @throws IllegalArgumentException with one sentence if the text has no letters or too many
    static List<Letters> of(String what, String text, Folding folding, boolean split, boolean pinyin) {
        var positions = new ArrayList<Position>();
        boolean separated = false;
        for (int codePoint : text.codePoints().toArray()) {
            int[] folded = folding.of(codePoint);
            if (Folding.separates(folded)) {
                separated = true;
                continue;
            }
            for (int letter : folded) {
                positions.add(new Position(parts(letter, split, pinyin), separated));
                separated = false;
            }
        }
        check(what, positions.size());
        return new Spellings(positions).all();
    }

    private static List<Part> parts(int letter, boolean split, boolean pinyin) {
        var parts = new ArrayList<Part>();
        parts.add(new Part(List.of(letter), false));
        other(split, Readings.halves(letter)).ifPresent(halves -> parts.add(new Part(halves, false)));
        other(pinyin, Readings.pinyin(letter)).ifPresent(syllable -> parts.add(new Part(syllable, true)));
        return parts;
    }

    private static Optional<List<Integer>> other(boolean wanted, Optional<String> text) {
        return text.filter(_ -> wanted)
                .map(letters -> letters.codePoints().boxed().toList());
    }

    private static void check(String what, int length) {
        if (length == 0) {
            throw new IllegalArgumentException(
                    what + " has no letter or digit that could be found in a text; give one with at least one");
        }
        if (length > LONGEST) {
            throw new IllegalArgumentException(what + " has " + length + " letters; it may have at most " + LONGEST);
        }
    }

    private List<Letters> all() {
        long product = 1;
        for (Position position : positions) {
            product = Math.min(MOST + 1L, product * position.parts().size());
        }
        Set<List<Integer>> choices = new LinkedHashSet<>();
        if (product <= MOST) {
            combine(new ArrayList<>(), choices);
        } else {
            oneAtATime(choices);
        }
        return choices.stream()
                .map(this::written)
                .filter(written -> written.letters().size() <= LONGEST)
                .toList();
    }

    private void combine(List<Integer> begun, Set<List<Integer>> found) {
        if (begun.size() == positions.size()) {
            found.add(List.copyOf(begun));
            return;
        }
        for (int part = 0; part < positions.get(begun.size()).parts().size(); part++) {
            begun.add(part);
            combine(begun, found);
            begun.removeLast();
        }
    }

    private void oneAtATime(Set<List<Integer>> found) {
        var plain = new ArrayList<>(positions.stream().map(_ -> 0).toList());
        var last =
                positions.stream().map(position -> position.parts().size() - 1).toList();
        found.add(List.copyOf(plain));
        for (int i = 0; i < positions.size(); i++) {
            for (int part = 1; part <= last.get(i); part++) {
                plain.set(i, part);
                found.add(List.copyOf(plain));
            }
            plain.set(i, 0);
        }
        found.add(last);
    }

    private Letters written(List<Integer> choice) {
        var letters = new ArrayList<Integer>();
        var gaps = new ArrayList<Gap>();
        boolean syllableBefore = false;
        for (int i = 0; i < positions.size(); i++) {
            Part part = positions.get(i).parts().get(choice.get(i));
            boolean separated = positions.get(i).separated();
            for (int k = 0; k < part.letters().size(); k++) {
                int letter = part.letters().get(k);
                boolean syllables = k == 0 && (part.syllable() || syllableBefore);
                boolean loose = syllables || letters.isEmpty();
                gaps.add(loose ? Gap.LOOSE : Gap.between(letters.getLast(), letter, separated && k == 0));
                letters.add(letter);
            }
            syllableBefore = part.syllable();
        }
        return new Letters(letters, gaps);
    }
}
