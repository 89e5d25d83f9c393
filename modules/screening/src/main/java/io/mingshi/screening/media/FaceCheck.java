package io.mingshi.screening.media;

import io.mingshi.screening.media.Signal.Level;
import java.util.List;

/// Notes that a picture shows faces, or asks for a person's look at it.
public record FaceCheck(FaceDetector detector, String category, Level level) implements PictureCheck {
    @Override
    public String name() {
        return "faces:" + detector.name();
    }

    @Override
    public boolean tells() {
        return false;
    }

    @Override
    public List<Signal> look(Picture picture) {
        return detector.faces(picture).isEmpty() ? List.of() : List.of(new Signal("FACE", category, 1, level));
    }
}
