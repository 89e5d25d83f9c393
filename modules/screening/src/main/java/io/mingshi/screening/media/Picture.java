package io.mingshi.screening.media;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.fingerprint.PictureFingerprint;
import io.mingshi.labels.image.PictureEditor;
import io.mingshi.labels.source.Source;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A decoded picture as people see it, with what it is known again by.
public final class Picture {
    private final BufferedImage pixels;
    private final String sha256;
    private final Optional<PictureFingerprint> fingerprint;

    private Picture(BufferedImage pixels, String sha256) {
        this.pixels = pixels;
        this.sha256 = sha256;
        this.fingerprint = PictureFingerprint.of(pixels);
    }

    /// Decodes the first frame; the dimensions are read and limited before any pixel is.
    ///
    /// @throws UnscreenableException when that is not possible
    public static Picture of(MediaType type, byte[] file) {
        try {
            BufferedImage pixels = new PictureEditor()
                    .decoded(type, Source.of(file))
                    .orElseThrow(() -> UnscreenableException.content(
                            "pictures of the format " + type + " cannot be screened: send PNG, JPEG or WebP", null));
            return new Picture(pixels, sha256(file));
        } catch (LabelException e) {
            throw UnscreenableException.content(e.sentence(), e);
        } catch (IOException e) {
            throw UnscreenableException.content("the picture cannot be read", e);
        }
    }

    /// Pixels that were decoded elsewhere, such as a frame of a film.
    static Picture of(BufferedImage pixels) {
        return new Picture(pixels, "");
    }

    BufferedImage pixels() {
        return pixels;
    }

    /// Of the file; empty for a frame.
    public String sha256() {
        return sha256;
    }

    /// Empty for a picture that shows too little to be known again.
    public Optional<PictureFingerprint> fingerprint() {
        return fingerprint;
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
