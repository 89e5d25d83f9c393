package io.mingshi.gateway.detection;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.gateway.screening.FaceSearch;
import io.mingshi.labels.fingerprint.PictureFingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person found in a picture that is declared to show nobody.
///
/// The picture itself is kept only while an appeal waits, because its user handed it in for that.
///
/// @param id of the request that was refused for it
/// @param contentHash SHA-256 of the picture
/// @param fingerprint the PDQ hash of the picture; null for one that shows too little
/// @param detector what found it
/// @param mediaType of the picture; null until an appeal hands it in
/// @param appeal what the user says; null without an appeal
/// @param decision why it was decided so; null until it is
/// @param decidedBy null until it is decided
public record Detection(
        AdmissionId id,
        PersonId person,
        ModelId model,
        String contentHash,
        @Nullable String fingerprint,
        String detector,
        int faces,
        Instant foundAt,
        State state,
        @Nullable String mediaType,
        @Nullable String appeal,
        @Nullable Instant appealedAt,
        @Nullable String decision,
        @Nullable PersonId decidedBy,
        @Nullable Instant decidedAt) {

    /// How far it came.
    public enum State {
        FOUND,
        APPEALED,
        /// The picture counts as one that shows nobody, for this user.
        CLEARED,
        /// There is a person in it.
        UPHELD
    }

    public static Detection found(
            AdmissionId id, PersonId person, ModelId model, FaceSearch.Found found, Instant foundAt) {
        return new Detection(
                id,
                person,
                model,
                found.sha256(),
                found.fingerprint().map(PictureFingerprint::toString).orElse(null),
                found.detector(),
                found.faces(),
                foundAt,
                State.FOUND,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
