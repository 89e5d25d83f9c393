package io.mingshi.identity.number;

import java.time.LocalDate;
import java.util.List;

/// A fixed day, and what the tests ask of an inspection.
final class Vectors {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private Vectors() {}

    static Inspection inspect(NumberKind kind, String number) {
        return NumberInspector.inspect(kind, number, TODAY);
    }

    /// The names of the checks that a number fails.
    static List<NumberCheck> failed(NumberKind kind, String number) {
        return inspect(kind, number).findings().stream()
                .filter(finding -> !finding.passed())
                .map(Finding::check)
                .toList();
    }
}
