package io.mingshi.screening.media;

import io.mingshi.labels.fingerprint.PictureFingerprint;
import io.mingshi.screening.media.Signal.Level;
import java.util.List;

/// Knows pictures again that were found to be prohibited before, also resized, recompressed or slightly changed.
///
/// @param furthest in how many bits a picture may differ from a known one, at most [KnownPictures#FURTHEST]
public record KnownPictureCheck(KnownPictures known, int furthest) implements PictureCheck {
    public KnownPictureCheck {
        if (furthest < 0 || furthest > KnownPictures.FURTHEST) {
            throw new IllegalArgumentException("a distance is from 0 to " + KnownPictures.FURTHEST);
        }
    }

    @Override
    public String name() {
        return "known-pictures";
    }

    @Override
    public boolean tells() {
        return false;
    }

    @Override
    public List<Signal> look(Picture picture) {
        return picture
                .fingerprint()
                .flatMap(fingerprint -> known.nearest(fingerprint, furthest))
                .map(match -> new Signal(
                        match.origin().rule(),
                        match.origin().category(),
                        1 - (double) match.distance() / PictureFingerprint.BITS,
                        Level.BLOCK))
                .stream()
                .toList();
    }
}
