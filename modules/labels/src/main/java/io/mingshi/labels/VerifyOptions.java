package io.mingshi.labels;

import io.mingshi.labels.c2pa.Trust;
import io.mingshi.labels.securitydata.KeyRing;
import io.mingshi.labels.watermark.WatermarkKey;
import java.util.Optional;

/// What a reader knows beside the file, and how far it looks.
///
/// @param watermark the key of the watermarks to look for; without it none is
/// @param producers the keys that producers are known to sign their labels with
/// @param manifests the certificates that vouch for signers of C2PA manifests
/// @param works the works of this provider, if the reader is one
/// @param effort how far the content is looked into
public record VerifyOptions(
        Optional<WatermarkKey> watermark,
        KeyRing producers,
        Trust manifests,
        Optional<KnownWorks> works,
        Effort effort) {

    /// How far the content of a file is looked into; its structure and its texts always are.
    public enum Effort {
        /// Pictures, sound and films are not decoded.
        STRUCTURE,
        /// They are decoded to see and hear the explicit label and to find a watermark in what was not cut or turned.
        CONTENT,
        /// A watermark is also looked for in parts of pictures and in turned ones, which takes some twenty times
        /// longer.
        THOROUGH
    }

    /// A reader who knows nothing but the standard.
    public static final VerifyOptions PUBLIC =
            new VerifyOptions(Optional.empty(), KeyRing.empty(), Trust.nobody(), Optional.empty(), Effort.CONTENT);

    /// The same with a watermark key.
    public VerifyOptions with(WatermarkKey key) {
        return new VerifyOptions(Optional.of(key), producers, manifests, works, effort);
    }

    /// The same with the keys of producers.
    public VerifyOptions with(KeyRing keys) {
        return new VerifyOptions(watermark, keys, manifests, works, effort);
    }

    /// The same with certificates.
    public VerifyOptions with(Trust trust) {
        return new VerifyOptions(watermark, producers, trust, works, effort);
    }

    /// The same with works.
    public VerifyOptions with(KnownWorks known) {
        return new VerifyOptions(watermark, producers, manifests, Optional.of(known), effort);
    }

    /// The same with more or less effort.
    public VerifyOptions with(Effort wanted) {
        return new VerifyOptions(watermark, producers, manifests, works, wanted);
    }
}
