package io.mingshi.conformance.gateway;

import io.mingshi.conformance.upstream.Material;

/// What a request carries: words, a picture, a sound and a file, of which its template takes those it names.
record Content(String words, byte[] picture, byte[] sound) {
    /// Innocent, with a mark by which it is known again.
    static Content calm(String mark) {
        return new Content(mark + " a calm sea", Material.PICTURE, Material.SOUND);
    }

    /// With the forbidden thing at the place that a cell is about.
    static Content forbidden(Kind kind, String mark, String forbidden) {
        Content calm = calm(mark);
        return switch (kind) {
            case ANSWER -> calm;
            case TEXT, FILE -> new Content(mark + " " + forbidden + " now", calm.picture, calm.sound);
            case PICTURE -> new Content(calm.words, Material.FORBIDDEN_PICTURE, calm.sound);
            case WORDS_IN_PICTURE -> new Content(calm.words, Material.pictureOf(forbidden), calm.sound);
            case SOUND -> new Content(calm.words, calm.picture, Material.FORBIDDEN_SOUND);
        };
    }
}
