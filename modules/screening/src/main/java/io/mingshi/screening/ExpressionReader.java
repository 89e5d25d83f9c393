package io.mingshi.screening;

import io.mingshi.screening.folding.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads an [Expression] from its text.
final class ExpressionReader {
    private static final int MOST_CHARACTERS = 256;
    private static final int DEEPEST = 8;
    private static final int MOST_IN_RANGE = 256;
    private static final String UNBOUNDED = "has no longest length: a stream would have to be held back without end;"
            + " write {1,20} in place of + and {0,20} in place of *";

    private final String text;
    private final int[] input;
    private final Folding folding;
    private int at;
    private int depth;

    ExpressionReader(String text, Folding folding) {
        this.text = text;
        this.input = text.codePoints().toArray();
        this.folding = folding;
    }

    Expression read() {
        if (text.length() > MOST_CHARACTERS) {
            throw wrong("is longer than " + MOST_CHARACTERS + " characters");
        }
        Expression expression = choice();
        if (at < input.length) {
            throw wrong("has a ) without its (");
        }
        if (expression.longest() > Spellings.LONGEST) {
            throw wrong("can match " + expression.longest() + " letters; it may match at most " + Spellings.LONGEST);
        }
        return expression;
    }

    private Expression choice() {
        if (++depth > DEEPEST) {
            throw wrong("has more than " + DEEPEST + " brackets inside each other");
        }
        var options = new ArrayList<Expression>();
        options.add(sequence());
        while (next('|')) {
            options.add(sequence());
        }
        depth--;
        return options.size() == 1 ? options.getFirst() : new Expression.Choice(options);
    }

    private Expression sequence() {
        var parts = new ArrayList<Expression>();
        while (at < input.length && input[at] != '|' && input[at] != ')') {
            parts.add(repeated(atom()));
        }
        return new Expression.Sequence(parts);
    }

    private Expression repeated(Expression atom) {
        if (next('*') || next('+')) {
            throw wrong(UNBOUNDED);
        }
        Expression part = atom;
        if (next('?')) {
            part = new Expression.Repeated(atom, 0, 1);
        } else if (next('{')) {
            if (atom.longest() == 0) {
                throw wrong("repeats a space or nothing: one space stands for several separators already");
            }
            int least = number();
            int most = next(',') ? upperBound() : least;
            require('}');
            if (most < least || most == 0 || most > Spellings.LONGEST) {
                throw wrong("repeats {" + least + "," + most + "}: give bounds in order, at most " + Spellings.LONGEST);
            }
            part = new Expression.Repeated(atom, least, most);
        }
        if (at < input.length && "?*+{".indexOf(input[at]) >= 0) {
            throw wrong("repeats a repetition: put brackets around it");
        }
        if (part.longest() > Spellings.LONGEST) {
            throw wrong("can match more than " + Spellings.LONGEST + " letters");
        }
        return part;
    }

    private int upperBound() {
        if (at < input.length && input[at] == '}') {
            throw wrong(UNBOUNDED);
        }
        return number();
    }

    private Expression atom() {
        int symbol = input[at++];
        return switch (symbol) {
            case '.' -> new Expression.Any();
            case ' ', '\u3000' -> new Expression.Space();
            case '(' -> {
                Expression inner = choice();
                require(')');
                yield inner;
            }
            case '[' -> oneOf();
            case '\\' -> escaped();
            default -> literal(symbol);
        };
    }

    private Expression escaped() {
        if (next('d')) {
            return new Expression.Letter(range('0', '9'));
        }
        throw wrong("has a \\ that is not \\d: nothing else is escaped");
    }

    private Expression oneOf() {
        Set<Integer> letters = new HashSet<>();
        while (at < input.length && input[at] != ']') {
            int from = input[at++];
            if (next('-')) {
                if (at == input.length) {
                    throw wrong("has a range without its end");
                }
                letters.addAll(range(from, input[at++]));
            } else if (from == '\\') {
                require('d');
                letters.addAll(range('0', '9'));
            } else {
                letters.addAll(letters(from, true));
            }
        }
        require(']');
        if (letters.isEmpty()) {
            throw wrong("has empty square brackets");
        }
        return new Expression.Letter(letters);
    }

    private Set<Integer> range(int from, int to) {
        if (to < from || to - from >= MOST_IN_RANGE) {
            throw wrong("has a range that is reversed or has more than " + MOST_IN_RANGE + " letters");
        }
        Set<Integer> letters = new HashSet<>();
        for (int letter = from; letter <= to; letter++) {
            letters.addAll(letters(letter, true));
        }
        return letters;
    }

    private Expression literal(int symbol) {
        var parts = letters(symbol, false).stream()
                .<Expression>map(letter -> new Expression.Letter(Set.of(letter)))
                .toList();
        return parts.size() == 1 ? parts.getFirst() : new Expression.Sequence(parts);
    }

    private List<Integer> letters(int symbol, boolean single) {
        int[] folded = folding.of(symbol);
        if (folded.length == 0 || Folding.separates(folded) || (single && folded.length > 1)) {
            throw wrong("has the sign " + Character.toString(symbol)
                    + ", but signs are not compared: leave it out, separators between letters are found anyway");
        }
        return java.util.Arrays.stream(folded).boxed().toList();
    }

    private int number() {
        int number = 0;
        int from = at;
        while (at < input.length && at - from < 3 && input[at] >= '0' && input[at] <= '9') {
            number = number * 10 + input[at++] - '0';
        }
        if (at == from) {
            throw wrong("has a { without a number of at most three digits");
        }
        return number;
    }

    private boolean next(int symbol) {
        boolean there = at < input.length && input[at] == symbol;
        at += there ? 1 : 0;
        return there;
    }

    private void require(int symbol) {
        if (!next(symbol)) {
            throw wrong("lacks a " + Character.toString(symbol));
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("the pattern " + text + " " + what);
    }
}
