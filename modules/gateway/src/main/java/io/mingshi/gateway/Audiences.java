package io.mingshi.gateway;

import io.mingshi.contracts.identity.Standing;
import io.mingshi.screening.Audience;

/// Tells for whom something is screened.
public final class Audiences {
    private Audiences() {}

    /// The rules for minors count for whoever is not known to be of age: a generative service delivers nothing to
    /// minors that may affect them (MIN-26R-9, measures of eight ministries in force since 2026-03-01).
    public static Audience of(Standing standing) {
        boolean ofAge = standing.ageGroup() == null
                ? Boolean.FALSE.equals(standing.minor())
                : !standing.ageGroup().minorsMode();
        return ofAge && standing.assurance().proven() ? Audience.EVERYBODY : Audience.MINORS;
    }
}
