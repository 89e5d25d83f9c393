package io.mingshi.conformance.gateway;

/// What a cell of the matrix showed.
///
/// @param detail why, for people
record Finding(Outcome outcome, String detail) {
    /// Whether the promise was kept.
    enum Outcome {
        HOLDS,
        FAULT,
        NOT_OFFERED
    }

    static Finding holds(String detail) {
        return new Finding(Outcome.HOLDS, detail);
    }

    static Finding fault(String detail) {
        return new Finding(Outcome.FAULT, detail);
    }

    static Finding notOffered(String detail) {
        return new Finding(Outcome.NOT_OFFERED, detail);
    }

    boolean is(Outcome other) {
        return outcome == other;
    }
}
