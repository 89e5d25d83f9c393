package io.mingshi.conformance.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.mingshi.labels.fingerprint.PictureFingerprint;
import io.mingshi.labels.media.FilmMaker;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/// Pictures, sounds and films, innocent and forbidden, that are the same in every run.
///
/// The forbidden picture is one that the gateway knows from a list of hashes; another shows the forbidden words. What
/// is said in the forbidden sound only the transcriber of [ModelServer] knows.
public final class Material {
    private static final int SIDE = 256;
    private static final int RATE = 16_000;
    private static final int HEADER = 44;
    private static final BufferedImage CALM = drawing(1);
    private static final BufferedImage FORBIDDEN = drawing(2);

    public static final byte[] PICTURE = png(CALM);
    public static final byte[] FORBIDDEN_PICTURE = png(FORBIDDEN);
    public static final byte[] SOUND = tone(8);
    public static final byte[] FORBIDDEN_SOUND = tone(13);
    public static final byte[] FILM = film(CALM);
    public static final byte[] FORBIDDEN_FILM = film(FORBIDDEN);

    private Material() {}

    /// A picture of these words, large enough for every reader.
    public static byte[] pictureOf(String words) {
        var picture = new BufferedImage(800, 300, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 800, 300);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 64));
        pen.drawString(words, 80, 160);
        pen.dispose();
        return png(picture);
    }

    /// The hash under which the forbidden picture belongs on a list of known ones.
    public static String forbiddenHash() {
        return PictureFingerprint.of(FORBIDDEN).orElseThrow().toString();
    }

    /// Leaves the forbidden things for the lists of the gateway that is examined.
    public static void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("forbidden.png"), FORBIDDEN_PICTURE);
        Files.write(folder.resolve("forbidden.wav"), FORBIDDEN_SOUND);
        Files.write(folder.resolve("forbidden.mp4"), FORBIDDEN_FILM);
        Files.writeString(folder.resolve("known-pictures.txt"), forbiddenHash() + "\n");
    }

    /// Whether the forbidden sound is in these bytes.
    static boolean holdsForbiddenSound(byte[] body) {
        byte[] sample = Arrays.copyOfRange(FORBIDDEN_SOUND, HEADER, HEADER + 200);
        return new String(body, ISO_8859_1).contains(new String(sample, ISO_8859_1));
    }

    private static BufferedImage drawing(long seed) {
        var random = new Random(seed);
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        for (int i = 0; i < 60; i++) {
            pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            int size = 20 + random.nextInt(80);
            pen.fillRect(random.nextInt(SIDE), random.nextInt(SIDE), size, size);
        }
        pen.dispose();
        return picture;
    }

    private static byte[] png(BufferedImage picture) {
        try {
            var png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] film(BufferedImage frame) {
        return FilmMaker.mp4(SIDE, SIDE, 12, 12, _ -> frame);
    }

    /// A second of a soft tone.
    private static byte[] tone(double period) {
        ByteBuffer wav = ByteBuffer.allocate(HEADER + 2 * RATE).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(US_ASCII)).putInt(36 + 2 * RATE).put("WAVEfmt ".getBytes(US_ASCII));
        wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wav.putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(US_ASCII))
                .putInt(2 * RATE);
        for (int i = 0; i < RATE; i++) {
            wav.putShort((short) (8_000 * Math.sin(i / period)));
        }
        return wav.array();
    }
}
