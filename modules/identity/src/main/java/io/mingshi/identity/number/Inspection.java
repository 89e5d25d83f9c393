package io.mingshi.identity.number;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the local checks say of one number.
///
/// @param number as normalised: half-width, upper-case, without prefix; old 15-digit numbers in their 18-digit form
/// @param findings in the order of the checks; a check that cannot be made because of an earlier one is missing
/// @param birthDate empty when the kind carries none or it is not a date
public record Inspection(NumberKind kind, String number, List<Finding> findings, Optional<LocalDate> birthDate) {
    public Inspection {
        findings = List.copyOf(findings);
    }

    /// The first finding for which the number is refused.
    public Optional<Finding> refusal() {
        return findings.stream()
                .filter(finding -> !finding.passed() && finding.check().blocking())
                .findFirst();
    }

    /// Hides the number and the birth date, so that a log line cannot show them.
    @Override
    public String toString() {
        return "Inspection[" + kind + ", " + findings + "]";
    }
}
