package io.mingshi.screening;

import java.util.ArrayList;
import java.util.List;

/// A rule's term, folded: its letters and the gap before each letter but the first.
record Pattern(Rule rule, List<Integer> letters, List<Gap> gaps) {
    Pattern {
        letters = List.copyOf(letters);
        gaps = List.copyOf(gaps);
    }

    static Pattern of(Rule rule) {
        var letters = new ArrayList<Integer>();
        var gaps = new ArrayList<Gap>();
        boolean separated = false;
        for (int codePoint : rule.term().codePoints().toArray()) {
            int[] folded = Folding.of(codePoint);
            if (Folding.separates(folded)) {
                separated = true;
                continue;
            }
            for (int letter : folded) {
                if (!letters.isEmpty()) {
                    gaps.add(Gap.between(letters.getLast(), letter, separated));
                }
                letters.add(letter);
                separated = false;
            }
        }
        return new Pattern(rule, letters, gaps).checked();
    }

    int length() {
        return letters.size();
    }

    private Pattern checked() {
        if (letters.isEmpty()) {
            throw new IllegalArgumentException("the term of rule " + rule.id()
                    + " has no letter or digit that could be found in a text; give a term with at least one");
        }
        if (length() > Automaton.LONGEST_TERM) {
            throw new IllegalArgumentException("the term of rule " + rule.id() + " has " + length()
                    + " letters; a term may have at most " + Automaton.LONGEST_TERM);
        }
        return this;
    }
}
