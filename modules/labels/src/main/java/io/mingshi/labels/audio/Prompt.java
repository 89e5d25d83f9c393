package io.mingshi.labels.audio;

/// What people hear in a sound so that they know it is generated (GB 45438-2025 clause 5.3).
public sealed interface Prompt permits RhythmPrompt, VoicePrompt {
    /// The prompt alone, without silence around it.
    ///
    /// @param rate frames per second
    /// @param loudness of the sound around it, as the mean of its louder parts (RMS, 0 to 1); 0 if it is silent
    float[] samples(int rate, double loudness);

    /// Whether it is heard in this part of a sound.
    ///
    /// @param mono the mean of all channels, -1 to 1
    boolean isIn(float[] mono, int rate);

    /// In words, for a report.
    String words();
}
