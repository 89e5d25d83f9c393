package io.mingshi.gateway.screening;

import io.mingshi.labels.fingerprint.PictureFingerprint;
import java.util.Optional;

/// What was found of people in something that a caller handed in.
///
/// @param count how many people it shows at least; a sound in which a voice is heard counts as one
/// @param fingerprint by which a picture is known again; empty for one that shows too little, a sound and a film
/// @param detector what looked or listened
public record Found(What what, int count, String sha256, Optional<PictureFingerprint> fingerprint, String detector) {
    /// By what a person is found.
    public enum What {
        FACE,
        VOICE
    }
}
