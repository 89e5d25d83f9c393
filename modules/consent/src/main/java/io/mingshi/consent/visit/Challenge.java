package io.mingshi.consent.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a visitor came with the passcode; wrong answers are counted for the link, not for the visit.
public sealed interface Challenge {
    int wrong();

    /// No passcode is out, or the one that was is used up.
    record Unasked(int wrong) implements Challenge {}

    /// @param mark keyed hash of the words
    record Asked(int wrong, String mark, Instant until) implements Challenge {}

    /// @param by who or what said so
    record Passed(int wrong, Instant at, By by) implements Challenge {}

    /// What lets a visitor pass.
    enum By {
        PASSCODE,
        OFFICER
    }

    /// How many wrong answers one link takes.
    int MOST_WRONG = 5;

    default int left() {
        return Math.max(0, MOST_WRONG - wrong());
    }

    default @Nullable Passed passed() {
        return this instanceof Passed passed ? passed : null;
    }
}
