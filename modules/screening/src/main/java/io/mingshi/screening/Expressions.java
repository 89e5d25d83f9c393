package io.mingshi.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// All patterns of a library as one position automaton (Glushkov, 1961): a position is a letter of a pattern, and
/// knows which positions may come next.
final class Expressions {
    /// In letters over all patterns; what a text can cost at most is in proportion.
    static final int MOST_POSITIONS = 8192;

    /// From a letter to one that may follow, over all patterns: enough for so many positions in gaps of the longest
    /// length, where each letter may be followed by half of the others on the average.
    private static final long MOST_STEPS = (long) MOST_POSITIONS * Spellings.LONGEST / 2;

    /// @param any whether every letter matches
    /// @param han whether some letter matches beside which separators do not count
    /// @param next the positions that may follow, and how: a set of [#DIRECTLY] and [#AFTER_SPACE]
    /// @param last whether the pattern may end here
    record Position(
            Rule rule, BitSet letters, boolean any, boolean han, Map<Integer, Integer> next, AtomicBoolean last) {}

    private final List<Position> positions = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final BitSet firstLetters = new BitSet();
    private long steps;

    List<Position> positions() {
        return positions;
    }

    List<Integer> firsts() {
        return firsts;
    }

    boolean mayBeginWith(char letter) {
        return firstLetters.get(letter);
    }

    boolean mayBeHan(int position) {
        return positions.get(position).han();
    }

    boolean isEmpty() {
        return positions.isEmpty();
    }

    void add(Rule rule, Expression expression, Alphabet alphabet) {
        Part whole = new Compilation(rule, alphabet).of(expression.unrolled());
        if (whole.empty() != 0) {
            throw new IllegalArgumentException(
                    "the pattern of rule " + rule.id() + " matches an empty text; require at least one letter");
        }
        for (int first : whole.firsts().keySet()) {
            Position position = positions.get(first);
            if (position.any()) {
                throw new IllegalArgumentException(
                        "the pattern of rule " + rule.id() + " begins with any letter; begin it with certain ones");
            }
            firsts.add(first);
            firstLetters.or(position.letters());
        }
        whole.lasts().keySet().forEach(last -> positions.get(last).last().set(true));
        if (positions.size() > MOST_POSITIONS) {
            throw new IllegalArgumentException("the patterns have more than " + MOST_POSITIONS
                    + " letters together; take some out or shorten their repetitions");
        }
    }

    /// How a letter may follow another.
    static final int DIRECTLY = 1;

    static final int AFTER_SPACE = 2;

    /// What a part of a pattern begins and ends with.
    ///
    /// @param firsts positions, and what may come before them, as a set of [#DIRECTLY] and [#AFTER_SPACE]
    /// @param lasts positions, and what may come after them
    /// @param empty in which ways it matches no letter at all; 0 when it always matches one
    private record Part(Map<Integer, Integer> firsts, Map<Integer, Integer> lasts, int empty) {}

    private static int both(int left, int right) {
        int directly = left & right & DIRECTLY;
        boolean spaced = ((left & AFTER_SPACE) != 0 && right != 0) || ((right & AFTER_SPACE) != 0 && left != 0);
        return directly | (spaced ? AFTER_SPACE : 0);
    }

    private final class Compilation {
        private final Rule rule;
        private final Alphabet alphabet;

        Compilation(Rule rule, Alphabet alphabet) {
            this.rule = rule;
            this.alphabet = alphabet;
        }

        Part of(Expression expression) {
            return switch (expression) {
                case Expression.Letter(var oneOf) -> {
                    var letters = new BitSet();
                    oneOf.forEach(letter -> letters.set(alphabet.number(letter)));
                    yield position(letters, false);
                }
                case Expression.Any _ -> position(new BitSet(), true);
                case Expression.Space _ -> new Part(Map.of(), Map.of(), AFTER_SPACE);
                case Expression.Sequence(var parts) -> {
                    var whole = new Part(Map.of(), Map.of(), DIRECTLY);
                    for (Expression part : parts) {
                        whole = joined(whole, of(part));
                    }
                    yield whole;
                }
                case Expression.Choice(var options) ->
                    options.stream().map(this::of).reduce(this::either).orElseThrow();
                case Expression.Repeated _ -> throw new IllegalStateException("repetitions were unrolled");
            };
        }

        private Part position(BitSet letters, boolean any) {
            int number = positions.size();
            boolean han = any || letters.stream().anyMatch(letter -> !alphabet.isWord((char) letter));
            positions.add(new Position(rule, letters, any, han, new HashMap<>(), new AtomicBoolean()));
            return new Part(Map.of(number, DIRECTLY), Map.of(number, DIRECTLY), 0);
        }

        private Part joined(Part left, Part right) {
            steps += (long) left.lasts().size() * right.firsts().size();
            if (steps > MOST_STEPS) {
                throw new IllegalArgumentException(
                        "the patterns have too many ways through them; shorten their repetitions");
            }
            left.lasts()
                    .forEach((last, after) -> right.firsts()
                            .forEach((first, before) ->
                                    positions.get(last).next().merge(first, both(after, before), (a, b) -> a | b)));
            return new Part(
                    reachable(left.firsts(), right.firsts(), left.empty()),
                    reachable(right.lasts(), left.lasts(), right.empty()),
                    both(left.empty(), right.empty()));
        }

        /// The positions at the near end, and those behind it where it can be empty.
        private Map<Integer, Integer> reachable(Map<Integer, Integer> near, Map<Integer, Integer> far, int empty) {
            var all = new TreeMap<>(near);
            if (empty != 0) {
                far.forEach((position, ways) -> all.merge(position, both(ways, empty), (a, b) -> a | b));
            }
            return all;
        }

        private Part either(Part left, Part right) {
            var firsts = new TreeMap<>(left.firsts());
            right.firsts().forEach((first, ways) -> firsts.merge(first, ways, (a, b) -> a | b));
            var lasts = new TreeMap<>(left.lasts());
            right.lasts().forEach((last, ways) -> lasts.merge(last, ways, (a, b) -> a | b));
            return new Part(firsts, lasts, left.empty() | right.empty());
        }
    }
}
