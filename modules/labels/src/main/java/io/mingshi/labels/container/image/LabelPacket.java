package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the writers of all picture formats do alike.
final class LabelPacket {
    private LabelPacket() {}

    /// The XMP packet with this label and the properties of others, as far as those can be read (TC260-PG-20259A
    /// section 6).
    static byte[] of(Optional<byte[]> existing, String json) {
        return existing.flatMap(packet -> Xmp.merged(packet, json))
                .orElseGet(() -> Xmp.packet(json))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Refuses a picture whose structure is damaged, since nobody could say what was written into it.
    static void requireSound(Sightings sightings) {
        if (!sightings.flaws().isEmpty()) {
            throw MALFORMED.with(
                    "the picture cannot be labelled: " + sightings.flaws().getFirst());
        }
    }
}
