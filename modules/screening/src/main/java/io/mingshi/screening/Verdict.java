package io.mingshi.screening;

/// What the screener decided about one text.
public sealed interface Verdict {
    /// No rule matched.
    record Allow() implements Verdict {}

    /// `rule` matched, and a person has to decide; the place is as in [Block].
    record Review(Rule rule, int start, int end) implements Verdict {}

    /// `rule` matched the original text from `start` (inclusive) to `end` (exclusive), counted in UTF-16 units.
    record Block(Rule rule, int start, int end) implements Verdict {}
}
