package io.mingshi.conformance.gateway;

/// What a request carries at the place that a cell is about.
enum Kind {
    ANSWER,
    TEXT,
    PICTURE,
    WORDS_IN_PICTURE,
    SOUND,
    FILE
}
