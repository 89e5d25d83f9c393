package io.mingshi.screening.media;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.MediaType;
import java.io.IOException;

/// Looks for faces in frames of a film, taken at even distances.
///
/// Who is seen for less than the time between two frames is missed; people who are never in one frame together are
/// counted as the most that are, since no face is told from another.
///
/// @param work where each frame is looked at
/// @param frames how many are looked at at most
public record FilmFaces(FaceDetector detector, TimedWork work, int frames) {
    /// More show the same again.
    private static final int MOST_A_SECOND = 4;

    /// The most faces in one frame.
    ///
    /// @throws UnscreenableException when the film cannot be decoded, or the detector cannot look
    public int most(MediaType type, byte[] film) {
        try (OpenedFile opened = OpenedFile.of(type, film)) {
            int most = 0;
            double seconds = opened.seconds();
            int looks = seconds > 0 ? Math.clamp((long) Math.ceil(seconds * MOST_A_SECOND), 1, frames) : frames;
            for (Picture frame : opened.frames(looks)) {
                most = Math.max(most, work.within(() -> detector.faces(frame).size()));
            }
            return most;
        } catch (LabelException e) {
            throw UnscreenableException.content(e.sentence(), e);
        } catch (IOException e) {
            throw UnscreenableException.check("the film cannot be unpacked", e);
        }
    }
}
