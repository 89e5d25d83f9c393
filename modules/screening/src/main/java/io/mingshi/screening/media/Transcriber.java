package io.mingshi.screening.media;

/// Writes down what is said in a sound.
public interface Transcriber {
    /// Names it in verdicts.
    String name();

    /// @param fileName tells the format by its ending
    /// @return empty when nothing is said
    /// @throws UnscreenableException when it cannot be told
    String transcribe(byte[] sound, String fileName);
}
