package io.mingshi.contracts;

/// What a generated content is, in the classes of art. 3 of the Labeling Measures.
public enum ContentKind {
    TEXT,
    IMAGE,
    AUDIO,
    VIDEO,
    VIRTUAL_SCENE,
    OTHER
}
