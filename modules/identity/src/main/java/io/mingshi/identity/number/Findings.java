package io.mingshi.identity.number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what the checks of one number find.
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    boolean add(NumberCheck check, boolean passed, String good, String bad) {
        found.add(new Finding(check, passed, passed ? good : bad));
        return passed;
    }

    Inspection close(NumberKind kind, String number, Optional<LocalDate> birthDate) {
        return new Inspection(kind, number, found, birthDate);
    }
}
