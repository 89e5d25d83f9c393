package io.mingshi.labels;

import io.mingshi.labels.c2pa.Trust;
import io.mingshi.labels.securitydata.KeyRing;
import io.mingshi.labels.watermark.WatermarkKey;
import java.util.Optional;

/// What a reader knows beside the file.
///
/// @param watermark the key of the watermarks to look for; without it none is
/// @param producers the keys that producers are known to sign their labels with
/// @param manifests the certificates that vouch for signers of C2PA manifests
/// @param works the works of this provider, if the reader is one
/// @param decode whether pictures, sound and films are decoded to see, hear and search them; texts always are read
public record VerifyOptions(
        Optional<WatermarkKey> watermark,
        KeyRing producers,
        Trust manifests,
        Optional<KnownWorks> works,
        boolean decode) {

    /// A reader who knows nothing but the standard.
    public static final VerifyOptions PUBLIC =
            new VerifyOptions(Optional.empty(), KeyRing.empty(), Trust.nobody(), Optional.empty(), true);

    /// The same with a watermark key.
    public VerifyOptions with(WatermarkKey key) {
        return new VerifyOptions(Optional.of(key), producers, manifests, works, decode);
    }

    /// The same with the keys of producers.
    public VerifyOptions with(KeyRing keys) {
        return new VerifyOptions(watermark, keys, manifests, works, decode);
    }

    /// The same with certificates.
    public VerifyOptions with(Trust trust) {
        return new VerifyOptions(watermark, producers, trust, works, decode);
    }

    /// The same with works.
    public VerifyOptions with(KnownWorks known) {
        return new VerifyOptions(watermark, producers, manifests, Optional.of(known), decode);
    }

    /// The same without decoding pictures, sound and films, which takes time and for some a program.
    public VerifyOptions structureOnly() {
        return new VerifyOptions(watermark, producers, manifests, works, false);
    }
}
