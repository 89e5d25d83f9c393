package io.mingshi.contracts.governance;

/// What a registered model may be asked to do.
public enum Capability {
    CHAT,
    IMAGE_GENERATION,
    IMAGE_EDIT,
    SPEECH,
    TRANSCRIPTION,
    VIDEO
}
