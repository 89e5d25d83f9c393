package io.mingshi.contracts;

import java.util.regex.Pattern;

/// The one rule for every id that may end up in a label, a topic key or a URL: 1 to 64 characters of `A-Z a-z 0-9 _ .
/// -`.
///
/// That is a subset of what annex E of GB 45438-2025 lets a label value hold.
final class Identifier {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private Identifier() {}

    static String checked(String what, String value) {
        if (!ALLOWED.matcher(value).matches()) {
            throw CommonProblem.MALFORMED_ID.with(
                    "a " + what + " has 1 to 64 characters of A-Z a-z 0-9 _ . -, which the given one does not");
        }
        return value;
    }
}
