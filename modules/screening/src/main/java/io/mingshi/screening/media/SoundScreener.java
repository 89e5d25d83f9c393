package io.mingshi.screening.media;

import java.util.List;

/// Decides on a sound by what is said in it: its transcript is screened like any other text.
///
/// @param mostBytes longer sounds are not transcribed and have no verdict
public record SoundScreener(Transcriber transcriber, TextCheck check, int mostBytes) {
    /// @param fileName tells the format by its ending
    /// @throws UnscreenableException when there is no transcript
    public MediaVerdict screen(byte[] sound, String fileName) {
        if (sound.length > mostBytes) {
            throw UnscreenableException.content("sounds of more than " + mostBytes + " bytes are not screened", null);
        }
        List<Signal> found = check.look(transcriber.transcribe(sound, fileName));
        return MediaVerdict.of(found, List.of(transcriber.name()));
    }
}
