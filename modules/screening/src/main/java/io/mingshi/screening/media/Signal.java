package io.mingshi.screening.media;

/// What a check found, and what follows from it by itself.
///
/// @param rule names the check and what it matched, such as `KNOWN:hotline-list`; it is written into the record
/// @param category the kind of risk, such as `A.2-1`
/// @param score how sure the check is, 0 to 1
public record Signal(String rule, String category, double score, Level level) {
    /// What follows, mildest first.
    public enum Level {
        /// Nothing; it is noted.
        NOTE,
        /// A person has to look before anything is delivered.
        REVIEW,
        /// It is refused.
        BLOCK
    }

    public Signal {
        if (rule.isBlank()) {
            throw new IllegalArgumentException("a signal needs a rule, because a refusal names it");
        }
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score is from 0 to 1, not " + score);
        }
    }
}
