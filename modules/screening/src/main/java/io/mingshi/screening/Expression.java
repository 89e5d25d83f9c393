package io.mingshi.screening;

import io.mingshi.screening.folding.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A pattern over letters that has a longest length.
///
/// Letters stand for themselves, folded; `[ab0-9]` is one of several, `\d` a digit, `.` any letter, `(a|b)` a choice,
/// `?` optional, `{3}` and `{0,5}` repetition, a space one to eight separators. What has no longest length (`*`, `+`,
/// `{2,}`) is refused, because a stream would have to be held back without end; so are signs, which no text is
/// compared by. A pattern's ends are word ends as a term's are.
sealed interface Expression {
    /// Any of these letters.
    record Letter(Set<Integer> oneOf) implements Expression {
        public Letter {
            oneOf = Set.copyOf(oneOf);
        }
    }

    /// Any letter at all.
    record Any() implements Expression {}

    record Space() implements Expression {}

    record Sequence(List<Expression> parts) implements Expression {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    record Choice(List<Expression> options) implements Expression {
        public Choice {
            options = List.copyOf(options);
        }
    }

    record Repeated(Expression part, int least, int most) implements Expression {}

    /// @throws IllegalArgumentException with one sentence that says what is wrong
    static Expression of(String text, Folding folding) {
        return new ExpressionReader(text, folding).read();
    }

    /// The most letters that it can match.
    default int longest() {
        return switch (this) {
            case Letter _, Any _ -> 1;
            case Space _ -> 0;
            case Sequence(var parts) ->
                parts.stream().mapToInt(Expression::longest).sum();
            case Choice(var options) ->
                options.stream().mapToInt(Expression::longest).max().orElse(0);
            case Repeated(var part, int _, int most) -> part.longest() * most;
        };
    }

    default Set<Integer> letters() {
        var letters = new HashSet<Integer>();
        switch (this) {
            case Letter(var oneOf) -> letters.addAll(oneOf);
            case Any _, Space _ -> {}
            case Sequence(var parts) -> parts.forEach(part -> letters.addAll(part.letters()));
            case Choice(var options) -> options.forEach(option -> letters.addAll(option.letters()));
            case Repeated(var part, int _, int _) -> letters.addAll(part.letters());
        }
        return letters;
    }

    /// The same without repetitions: copies in their place.
    default Expression unrolled() {
        return switch (this) {
            case Letter _, Any _, Space _ -> this;
            case Sequence(var parts) ->
                new Sequence(parts.stream().map(Expression::unrolled).toList());
            case Choice(var options) ->
                new Choice(options.stream().map(Expression::unrolled).toList());
            case Repeated(var part, int least, int most) -> {
                var copies = new ArrayList<Expression>();
                for (int i = 0; i < most; i++) {
                    Expression copy = part.unrolled();
                    copies.add(i < least ? copy : new Choice(List.of(copy, new Sequence(List.of()))));
                }
                yield new Sequence(copies);
            }
        };
    }
}
