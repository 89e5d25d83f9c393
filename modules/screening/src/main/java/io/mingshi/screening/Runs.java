package io.mingshi.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How far the patterns have come in one text: by position, the earliest letter at which a match of it may begin.
final class Runs {
    private static final int NOT_REACHED = -1;

    private final Expressions expressions;
    private int[] now;
    private int[] then;
    private int[] reached = new int[8];
    private int count;

    Runs(Expressions expressions) {
        this.expressions = expressions;
        now = new int[expressions.positions().size()];
        then = new int[now.length];
        Arrays.fill(now, NOT_REACHED);
        Arrays.fill(then, NOT_REACHED);
    }

    boolean concerns(char letter) {
        return count > 0 || expressions.mayBeginWith(letter);
    }

    void reset() {
        for (int i = 0; i < count; i++) {
            now[reached[i]] = NOT_REACHED;
        }
        count = 0;
    }

    /// Takes the last letter of the window; the patterns that end with it, if the word does.
    List<Hit> take(Window window) {
        int letter = window.count() - 1;
        int[] before = reached;
        int many = count;
        reached = new int[Math.max(8, many)];
        count = 0;
        List<Hit> hits = new ArrayList<>(0);
        for (int i = 0; i < many; i++) {
            int from = before[i];
            expressions.positions().get(from).next().forEach((to, ways) -> {
                if (follows(window, letter, ways)) {
                    reach(to, now[from], letter, window, hits);
                }
            });
        }
        if (window.opensTerm(letter) && expressions.mayBeginWith(window.letter(letter))) {
            expressions.firsts().forEach(first -> reach(first, letter, letter, window, hits));
        }
        for (int i = 0; i < many; i++) {
            now[before[i]] = NOT_REACHED;
        }
        int[] swap = now;
        now = then;
        then = swap;
        return hits;
    }

    /// The number of the earliest letter at which a match may begin that is not complete; -1 when there is none.
    int openFrom(Window window, int separators) {
        int earliest = NOT_REACHED;
        for (int i = 0; i < count; i++) {
            int start = now[reached[i]];
            if ((earliest == NOT_REACHED || start < earliest) && goesOn(reached[i], window, separators)) {
                earliest = start;
            }
        }
        return earliest;
    }

    /// After a separator a letter of a word may follow only where the pattern has a space, a Han character also
    /// without.
    private boolean goesOn(int position, Window window, int separators) {
        boolean word = window.isWord(window.count() - 1);
        return expressions.positions().get(position).next().entrySet().stream().anyMatch(step -> {
            boolean spaced = (step.getValue() & Expressions.AFTER_SPACE) != 0;
            boolean directly = (step.getValue() & Expressions.DIRECTLY) != 0;
            boolean loose = directly && (!word || expressions.mayBeHan(step.getKey()));
            return (spaced && Gap.SPACE.reaches(separators))
                    || (directly && separators == 0)
                    || (loose && Gap.LOOSE.reaches(separators));
        });
    }

    private static boolean follows(Window window, int letter, int ways) {
        return ((ways & Expressions.DIRECTLY) != 0 && window.joins(letter))
                || ((ways & Expressions.AFTER_SPACE) != 0 && Gap.SPACE.permits(window.separatorsBefore(letter)));
    }

    private void reach(int position, int start, int letter, Window window, List<Hit> hits) {
        Expressions.Position reachedNow = expressions.positions().get(position);
        if (!reachedNow.any() && !reachedNow.letters().get(window.letter(letter))) {
            return;
        }
        if (then[position] == NOT_REACHED) {
            if (count == reached.length) {
                reached = Arrays.copyOf(reached, count * 2);
            }
            reached[count++] = position;
            then[position] = start;
        } else if (start < then[position]) {
            then[position] = start;
        } else {
            return;
        }
        if (reachedNow.last().get()) {
            hits.add(Hit.of(reachedNow.rule(), start, letter, window));
        }
    }
}
