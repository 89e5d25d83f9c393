package io.mingshi.keycloak;

import org.jspecify.annotations.Nullable;

/// How a natural person is proven; an organisation is added on the person's own page after the login.
///
/// The messages of the theme begin with `verify.way.`.
enum Way {
    ID_DOCUMENT,
    MOBILE,
    NATIONAL_IDENTITY;

    /// The way of this name if it is one of those that are open, or the first of them.
    static Way of(@Nullable String name, Stand stand) {
        return stand.ways().stream()
                .filter(way -> way.name().equals(name))
                .findFirst()
                .orElseGet(() -> stand.ways().getFirst());
    }
}
