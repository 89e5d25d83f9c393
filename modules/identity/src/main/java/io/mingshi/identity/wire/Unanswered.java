package io.mingshi.identity.wire;

/// A partner gave no usable answer, so nothing may be concluded.
public final class Unanswered extends RuntimeException {
    private final boolean passing;

    private Unanswered(String why, boolean passing) {
        super(why);
        this.passing = passing;
    }

    /// The same question may be answered in a moment.
    ///
    /// @param why for the log; never what was asked
    public static Unanswered passing(String why) {
        return new Unanswered(why, true);
    }

    /// Asking again would bring the same.
    ///
    /// @param why for the log; never what was asked
    public static Unanswered lasting(String why) {
        return new Unanswered(why, false);
    }

    public boolean isPassing() {
        return passing;
    }
}
