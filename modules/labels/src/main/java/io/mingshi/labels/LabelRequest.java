package io.mingshi.labels;

import io.mingshi.labels.c2pa.ManifestSigner;
import io.mingshi.labels.securitydata.LabelSigner;
import io.mingshi.labels.watermark.WatermarkKey;
import java.util.Optional;

/// Which labels a file is to get.
///
/// @param label the AIGC object for the metadata
/// @param explicit what people are to perceive
/// @param labelSigner fills `ReservedCode1` (TC260-PG-202511A); optional
/// @param watermark hides the number of the work in pictures, sound and films; optional, encouraged by Labeling
///     Measures art. 5
/// @param manifest adds a C2PA manifest; optional
public record LabelRequest(
        AigcLabel label,
        ExplicitPolicy explicit,
        Optional<LabelSigner> labelSigner,
        Optional<WatermarkKey> watermark,
        Optional<ManifestSigner> manifest) {

    /// The two labels that the law asks for, and no others.
    public static LabelRequest of(AigcLabel label) {
        return new LabelRequest(label, ExplicitPolicy.STANDARD, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The same with another explicit label.
    public LabelRequest with(ExplicitPolicy policy) {
        return new LabelRequest(label, policy, labelSigner, watermark, manifest);
    }

    /// The same with the label signed by this key.
    public LabelRequest signedBy(LabelSigner signer) {
        return new LabelRequest(label, explicit, Optional.of(signer), watermark, manifest);
    }

    /// The same with the number of the work hidden in the content.
    public LabelRequest watermarkedWith(WatermarkKey key) {
        return new LabelRequest(label, explicit, labelSigner, Optional.of(key), manifest);
    }

    /// The same with a C2PA manifest.
    public LabelRequest withManifestBy(ManifestSigner signer) {
        return new LabelRequest(label, explicit, labelSigner, watermark, Optional.of(signer));
    }
}
