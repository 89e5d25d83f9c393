package io.mingshi.screening;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One reading of one text, code point by code point; stops at the first forbidden term.
final class Scan {
    /// More invisible characters in a row than this end every term, so that the text held back stays bounded.
    static final int LONGEST_INVISIBLE_RUN = 256;

    private final Automaton automaton;
    private final Window window = new Window();
    private Node state;
    private int separators;
    private int invisible;
    /// A term that is forbidden unless its last word goes on.
    private Verdict.@Nullable Block pending;

    private Verdict.@Nullable Block block;

    Scan(Automaton automaton) {
        this.automaton = automaton;
        this.state = automaton.root();
    }

    Optional<Verdict.Block> block() {
        return Optional.ofNullable(block);
    }

    void take(int codePoint, int start) {
        int[] folded = Folding.of(codePoint);
        if (folded.length == 0) {
            invisible++;
        } else if (Folding.separates(folded)) {
            separators++;
            invisible = 0;
            end();
        }
        if (invisible > LONGEST_INVISIBLE_RUN || separators > Gap.LONGEST) {
            end();
            state = automaton.root();
        }
        if (!Folding.separates(folded)) {
            for (int i = 0; i < folded.length && block == null; i++) {
                takeLetter(folded[i], start, start + Character.charCount(codePoint));
            }
        }
    }

    /// The word that was being read ends here, and with it a pending term is certain.
    void end() {
        if (pending != null) {
            block = pending;
            pending = null;
        }
    }

    /// The place from which the text could still become part of a forbidden term; beyond every text if none could.
    int openFrom() {
        int from = pending == null ? Integer.MAX_VALUE : pending.start();
        for (Node node = state; node != null && node.depth > 0; node = node.fallback) {
            if (isOpen(node)) {
                return Math.min(from, window.start(node.depth - 1));
            }
        }
        return from;
    }

    private void takeLetter(int letter, int start, int end) {
        if (Folding.isWord(letter)) {
            pending = null;
        }
        end();
        if (block != null) {
            return;
        }
        window.add(letter, separators, start, end);
        separators = 0;
        invisible = 0;
        state = automaton.next(state, letter);
        Verdict.Block found = longestTerm();
        if (Folding.isWord(letter)) {
            pending = found;
        } else {
            block = found;
        }
    }

    private Verdict.@Nullable Block longestTerm() {
        for (Node node = state; node != null; node = node.output) {
            for (Pattern pattern : node.patterns) {
                if (fits(pattern)) {
                    return new Verdict.Block(pattern.rule(), window.start(pattern.length() - 1), window.end(0));
                }
            }
        }
        return null;
    }

    private boolean fits(Pattern pattern) {
        int last = pattern.length() - 1;
        for (int i = 0; i < last; i++) {
            if (!pattern.gaps().get(i).permits(window.separatorsBefore(last - 1 - i))) {
                return false;
            }
        }
        return window.opensTerm(last);
    }

    private boolean isOpen(Node node) {
        if (!window.opensTerm(node.depth - 1) || !node.goesOn(separators)) {
            return false;
        }
        int back = 0;
        for (Node step = node; step != null && step.depth > 1; step = step.parent) {
            int before = window.separatorsBefore(back++);
            if (step.incoming.stream().noneMatch(gap -> gap.permits(before))) {
                return false;
            }
        }
        return true;
    }
}
