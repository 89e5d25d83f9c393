package io.mingshi.identity;

import io.mingshi.contracts.identity.AgeGroup;

/// Who an account is proven to be: by name, or by a mark of the national service that names nobody.
public sealed interface Subject {
    record Named(PersonalData data) implements Subject {}

    /// @param mark the national service's subject for this provider alone, or a keyed hash of it once it is
    /// kept
    /// @param age as told at the latest verification; it stays until the next, which errs on the side of
    /// protection
    record Scoped(String mark, AgeGroup age) implements Subject {
        /// Hides the mark, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Scoped[" + age + "]";
        }
    }
}
