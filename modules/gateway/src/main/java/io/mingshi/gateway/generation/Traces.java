package io.mingshi.gateway.generation;

import io.mingshi.labels.LabeledContent;
import io.mingshi.labels.fingerprint.PictureFingerprint;
import io.mingshi.labels.watermark.WatermarkKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;

/// By what a work is known again when its metadata are gone.
///
/// @param watermark the number that is hidden in it, 16 hexadecimal digits; empty where none is
/// @param fingerprint of a picture that shows enough to have one, as it is delivered
public record Traces(Optional<String> watermark, Optional<String> fingerprint) {
    static final Traces NONE = new Traces(Optional.empty(), Optional.empty());

    /// @param watermark the key with which its number was hidden in the content
    static Traces of(LabeledContent content, Optional<WatermarkKey> watermark) {
        try {
            return new Traces(
                    watermark.map(key -> HexFormat.of()
                            .toHexDigits(key.idOf(content.label().contentProducer(), content.produceId()))),
                    PictureFingerprint.of(content.type(), content.bytes()).map(PictureFingerprint::toString));
        } catch (IOException e) {
            throw new UncheckedIOException("the labelled content cannot be read", e);
        }
    }
}
