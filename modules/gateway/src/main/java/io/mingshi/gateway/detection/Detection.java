package io.mingshi.gateway.detection;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.gateway.screening.Found;
import io.mingshi.gateway.screening.Found.What;
import io.mingshi.labels.fingerprint.PictureFingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// More people found in a picture, film or sound than consents are named.
///
/// The file itself is kept only while an appeal waits, because its user handed it in for that.
///
/// @param id of the request that was refused for it
/// @param contentHash SHA-256 of the file
/// @param fingerprint the PDQ hash of a picture; null for one that shows too little, a film and a sound
/// @param detector what found it
/// @param count how many people were found
/// @param declared of how many people a consent was named; 0 where nobody was said to be depicted
/// @param mediaType of the file; null until an appeal hands it in
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
        What what,
        int count,
        int declared,
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
        /// The file counts as one that shows no more people than were declared, for this user.
        CLEARED,
        /// There are more people in it.
        UPHELD
    }

    public static Detection found(
            AdmissionId id, PersonId person, ModelId model, int declared, Found found, Instant foundAt) {
        return new Detection(
                id,
                person,
                model,
                found.sha256(),
                found.fingerprint().map(PictureFingerprint::toString).orElse(null),
                found.detector(),
                found.what(),
                found.count(),
                declared,
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
