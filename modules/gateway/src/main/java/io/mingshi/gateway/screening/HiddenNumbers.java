package io.mingshi.gateway.screening;

import io.mingshi.gateway.Media;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.VerifyOptions;
import io.mingshi.labels.watermark.WatermarkKey;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Reads the number that this provider hid in a picture, where any taken down work could be known by it.
@Singleton
class HiddenNumbers {
    private final TakenDownWorks takenDown;
    private final Optional<LabelVerifier> verifier;

    HiddenNumbers(
            TakenDownWorks takenDown, @ConfigProperty(name = "mingshi.watermark-key") Optional<String> watermarkKey) {
        this.takenDown = takenDown;
        this.verifier = watermarkKey
                .map(key -> WatermarkKey.of(Base64.getDecoder().decode(key)))
                .map(key -> new LabelVerifier(VerifyOptions.PUBLIC.with(key)));
    }

    /// 16 hexadecimal digits; empty where none is hidden.
    Optional<String> in(Media media) {
        if (verifier.isEmpty() || media.type().kind() != MediaType.Kind.IMAGE || !takenDown.any()) {
            return Optional.empty();
        }
        try {
            var found = verifier.get().verify(media.bytes()).watermark();
            return found.isPresent() ? Optional.of(HexFormat.of().toHexDigits(found.orElseThrow())) : Optional.empty();
        } catch (LabelException unreadable) {
            // what cannot be read has no verdict either, which the screening after this finds
            return Optional.empty();
        }
    }
}
