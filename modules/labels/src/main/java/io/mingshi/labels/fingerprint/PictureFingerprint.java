package io.mingshi.labels.fingerprint;

import io.mingshi.labels.MediaType;
import io.mingshi.labels.image.PictureEditor;
import io.mingshi.labels.source.Source;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The 256 bits by which a picture is known again: its PDQ hash.
///
/// Pictures that people take for the same differ in few bits, others in about half of them. It is a fingerprint of the
/// picture, not of anybody in it, and does not lead back to the picture.
/// [PDQ](https://github.com/facebook/ThreatExchange/tree/main/pdq)
///
/// @param first bits 192 to 255, and so on down to bits 0 to 63 in `fourth`
public record PictureFingerprint(long first, long second, long third, long fourth) {
    /// Bits of a fingerprint.
    public static final int BITS = 256;

    /// Pictures whose fingerprints differ in at most this many bits are taken for the same; the bound that the authors
    /// of PDQ advise.
    public static final int SAME = 31;

    /// Pictures that show less than this, such as even ones, have no fingerprint that tells them apart; as the authors
    /// of PDQ advise.
    public static final int LEAST_QUALITY = 50;

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final int DIGITS = 16;

    /// The fingerprint of a picture file; empty for formats whose pixels are not decoded here, and for pictures that
    /// show too little.
    ///
    /// @throws io.mingshi.labels.LabelException if the file is damaged, or larger than pictures that are decoded
    public static Optional<PictureFingerprint> of(MediaType type, byte[] file) throws IOException {
        return type.kind() == MediaType.Kind.IMAGE
                ? new PictureEditor().decoded(type, Source.of(file)).flatMap(PictureFingerprint::of)
                : Optional.empty();
    }

    /// The fingerprint of a picture; empty for one that shows too little.
    public static Optional<PictureFingerprint> of(BufferedImage picture) {
        Thumbnail thumbnail = Thumbnail.of(picture);
        return thumbnail.quality() < LEAST_QUALITY ? Optional.empty() : Optional.of(of(Frequencies.of(thumbnail)));
    }

    static PictureFingerprint of(Frequencies frequencies) {
        long[] words = new long[BITS / Long.SIZE];
        for (int bit = 0; bit < BITS; bit++) {
            if (frequencies.aboveMedian(bit)) {
                words[bit / Long.SIZE] |= 1L << bit;
            }
        }
        return new PictureFingerprint(words[3], words[2], words[1], words[0]);
    }

    /// What [#toString] gave; empty for anything else.
    public static Optional<PictureFingerprint> parse(String hex) {
        return HEX.matcher(hex).matches()
                ? Optional.of(new PictureFingerprint(word(hex, 0), word(hex, 1), word(hex, 2), word(hex, 3)))
                : Optional.empty();
    }

    private static long word(String hex, int place) {
        return HexFormat.fromHexDigitsToLong(hex, place * DIGITS, (place + 1) * DIGITS);
    }

    /// In how many bits the two differ.
    public int distance(PictureFingerprint other) {
        return Long.bitCount(first ^ other.first)
                + Long.bitCount(second ^ other.second)
                + Long.bitCount(third ^ other.third)
                + Long.bitCount(fourth ^ other.fourth);
    }

    /// 64 lower-case hexadecimal digits, as other implementations of PDQ write them.
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(first) + hex.toHexDigits(second) + hex.toHexDigits(third) + hex.toHexDigits(fourth);
    }
}
