package io.mingshi.screening;

import io.mingshi.screening.folding.Folding;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One reading of one text; stops at the first forbidden match.
///
/// Letters that begin nothing cost a look into a table and a step of the automaton; all else happens where something
/// was found or is under way.
final class Scan {
    /// More invisible characters in a row than this end every term, so that the text held back stays bounded.
    static final int LONGEST_INVISIBLE_RUN = 256;

    private final Compiled compiled;
    private final Audience audience;
    private final char[] table;
    private final Window window;
    private final List<Hit> pending = new ArrayList<>(2);
    private final @Nullable Runs runs;
    private final @Nullable Sentence sentence;
    private int state = Automaton.ROOT;
    private int separators;
    private int invisible;
    private Verdict.@Nullable Block block;
    private Verdict.@Nullable Review review;

    Scan(Compiled compiled, Audience audience) {
        this.compiled = compiled;
        this.audience = audience;
        this.table = compiled.alphabet().table();
        this.window = new Window(compiled.alphabet());
        this.runs = compiled.expressions().isEmpty() ? null : new Runs(compiled.expressions());
        this.sentence = compiled.classifications().isEmpty() ? null : new Sentence(compiled.classifications());
    }

    Optional<Verdict.Block> block() {
        return Optional.ofNullable(block);
    }

    /// What was found so far.
    Verdict verdict() {
        return block != null ? block : review != null ? review : new Verdict.Allow();
    }

    /// Whether something was found so far.
    boolean found() {
        return block != null || review != null;
    }

    /// The place where the earliest match begins; beyond every text if nothing was found.
    int foundFrom() {
        int from = block == null ? Integer.MAX_VALUE : block.start();
        return review == null ? from : Math.min(from, review.start());
    }

    /// Reads on; a pair must not be cut. `place` is where in the whole text `text` begins.
    void read(char[] text, int length, int place) {
        int at = 0;
        while (at < length && block == null) {
            at = pass(text, at, length, place);
            if (at < length) {
                int codePoint = Character.codePointAt(text, at, length);
                take(codePoint, place + at);
                at += Character.charCount(codePoint);
            }
        }
    }

    /// Reads letters with which nothing ends, as long as nothing is under way; the place where it stopped.
    private int pass(char[] text, int from, int length, int place) {
        if (runs != null || sentence != null || !pending.isEmpty()) {
            return from;
        }
        Automaton automaton = compiled.automaton();
        int reached = state;
        int before = separators;
        int at = from;
        for (; at < length; at++) {
            char letter = table[text[at]];
            if (letter <= Alphabet.SEVERAL) {
                break;
            }
            int next = automaton.next(reached, letter & ~Alphabet.DIGIT);
            if (automaton.endsSpelling(next)) {
                break;
            }
            window.add(letter, before, place + at, 1);
            before = 0;
            reached = next;
        }
        if (at > from) {
            state = reached;
            separators = 0;
            invisible = 0;
        }
        return at;
    }

    /// Nothing more comes.
    void end() {
        endSentence();
        settle(true, true);
    }

    /// The place from which the text is, or could still become, part of a match; beyond every text if none could.
    int openFrom() {
        int from = foundFrom();
        for (Hit hit : pending) {
            from = Math.min(from, hit.start());
        }
        if (sentence != null && !sentence.isEmpty()) {
            from = Math.min(from, sentence.start());
        }
        int term = compiled.automaton().openFrom(state, window, separators);
        int pattern = runs == null ? -1 : runs.openFrom(window, separators);
        from = term < 0 ? from : Math.min(from, window.start(term));
        return pattern < 0 ? from : Math.min(from, window.start(pattern));
    }

    private void take(int codePoint, int start) {
        int[] folded = compiled.alphabet().fold(codePoint);
        boolean separates = Folding.separates(folded);
        if (folded.length == 0) {
            invisible++;
        } else if (separates) {
            separators++;
            invisible = 0;
            settle(true, false);
        }
        if (invisible > LONGEST_INVISIBLE_RUN || separators > Gap.LONGEST) {
            interrupt();
        }
        if (separates && sentence != null && Sentence.ends(codePoint)) {
            endSentence();
        }
        if (!separates) {
            takeLetters(folded, codePoint, start);
        }
    }

    /// What a sign means is words of their own, so that a sign beside a word or another sign hides neither; a single
    /// letter is part of the word around it.
    private void takeLetters(int[] folded, int codePoint, int start) {
        boolean words = folded.length > 1 && compiled.alphabet().isSign(codePoint);
        if (words && Folding.isWord(folded[0])) {
            endWord();
        }
        for (int i = 0; i < folded.length && block == null; i++) {
            takeLetter(folded[i], start, Character.charCount(codePoint));
        }
        if (words && block == null && Folding.isWord(folded[folded.length - 1])) {
            endWord();
        }
    }

    private void endWord() {
        separators = Math.max(separators, 1);
        settle(true, false);
    }

    private void takeLetter(int folded, int start, int length) {
        char letter = compiled.alphabet().number(folded);
        window.add(letter, separators, start, length);
        separators = 0;
        invisible = 0;
        settle(false, false);
        if (block != null) {
            return;
        }
        state = compiled.automaton().next(state, Alphabet.withoutDigit(letter));
        if (compiled.automaton().endsSpelling(state)) {
            found(window.count() - 1);
        }
        if (runs != null && runs.concerns(letter)) {
            runs.take(window).stream().filter(this::counts).forEach(this::pend);
        }
        if (sentence != null) {
            sentence.add(folded, start, start + length);
            if (sentence.isFull()) {
                endSentence();
            }
        }
        settle(false, false);
    }

    /// So much lies between that nothing goes on over it.
    private void interrupt() {
        settle(true, true);
        state = Automaton.ROOT;
        if (runs != null) {
            runs.reset();
        }
        endSentence();
    }

    private void endSentence() {
        if (sentence != null) {
            sentence.close().stream().filter(this::counts).forEach(this::decide);
        }
    }

    /// The longest forbidden spelling that ends here, and the longest to be reviewed.
    private void found(int last) {
        boolean blocks = false;
        boolean reviews = review != null;
        for (int node = compiled.automaton().firstOutput(state);
                node != Automaton.ROOT && !blocks;
                node = compiled.automaton().nextOutput(node)) {
            for (Spelling spelling : compiled.automaton().spellings(node)) {
                boolean wanted = spelling.rule.action() == Action.BLOCK ? !blocks : !reviews && !blocks;
                int first = last - spelling.letters.length + 1;
                if (wanted && spelling.rule.audience().counts(audience) && spelling.matches(window, first)) {
                    pend(Hit.of(spelling.rule, first, last, window));
                    blocks |= spelling.rule.action() == Action.BLOCK;
                    reviews |= spelling.rule.action() == Action.REVIEW;
                }
            }
        }
        settle(false, false);
    }

    private boolean counts(Hit hit) {
        return hit.rule().audience().counts(audience);
    }

    private void pend(Hit hit) {
        pending.add(hit);
    }

    /// Decides what can be decided of the hits that wait.
    ///
    /// @param wordEnds whether the word of the letter before ends here
    private void settle(boolean wordEnds, boolean ended) {
        for (Iterator<Hit> hits = pending.iterator(); hits.hasNext() && block == null; ) {
            Hit hit = hits.next();
            switch (standing(hit, wordEnds, ended)) {
                case INSIDE -> hits.remove();
                case OPEN -> {}
                case OUTSIDE -> {
                    hits.remove();
                    decide(hit);
                }
            }
        }
    }

    private Exemptions.Answer standing(Hit hit, boolean wordEnds, boolean ended) {
        if (window.isWord(hit.last())) {
            boolean latest = hit.last() == window.count() - 1;
            if (latest && !wordEnds) {
                return Exemptions.Answer.OPEN;
            }
            if (!latest && !window.opensTerm(hit.last() + 1)) {
                return Exemptions.Answer.INSIDE;
            }
        }
        return compiled.exemptions().about(hit, window, separators, ended);
    }

    private void decide(Hit hit) {
        if (hit.rule().action() == Action.BLOCK) {
            block = block == null ? new Verdict.Block(hit.rule(), hit.start(), hit.end()) : block;
        } else if (review == null) {
            review = new Verdict.Review(hit.rule(), hit.start(), hit.end());
        }
    }
}
