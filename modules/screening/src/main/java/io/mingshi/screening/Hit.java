package io.mingshi.screening;

/// A place at which a rule matched, not yet certain: the word may go on, or it may lie inside an exempt phrase.
///
/// @param first the number of its first letter
/// @param last the number of its last letter
record Hit(Rule rule, int first, int last, int start, int end) {
    static Hit of(Rule rule, int first, int last, Window window) {
        return new Hit(rule, first, last, window.start(first), window.end(last));
    }
}
