package io.mingshi.consent;

import static io.mingshi.consent.ConsentProblem.SCOPE_WRONG;

import org.jspecify.annotations.Nullable;

/// Whom the requester says that the content shows.
///
/// @param name null when the requester names nobody; otherwise only a person proven under this name answers
public record DeclaredPerson(Status status, @Nullable String name) {
    /// Nothing was said but that somebody is depicted.
    public static final DeclaredPerson SOMEBODY = new DeclaredPerson(Status.LIVING, null);

    static final int MAX_NAME = 100;

    /// @throws io.mingshi.contracts.ProblemException `SCOPE_WRONG`
    public DeclaredPerson {
        if (name != null && (name.isBlank() || name.length() > MAX_NAME)) {
            throw SCOPE_WRONG.with(
                    "name the depicted person in 1 to " + MAX_NAME + " characters, or leave the name out");
        }
    }

    /// What the requester knows of the person.
    public enum Status {
        LIVING,
        DECEASED,
        /// Known to the public, so that an edit would be taken for news of that person.
        PUBLIC_FIGURE
    }

    /// Hides the name, so that a log line cannot show it.
    @Override
    public String toString() {
        return "DeclaredPerson[" + status + "]";
    }
}
