package io.mingshi.labels.c2pa;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/// Small real files to sign, and somebody to sign them.
final class SmallFiles {
    static final String JSON =
            "{\"Label\":\"1\",\"ContentProducer\":\"001191000000000000000K10001\",\"ProduceID\":\"9\","
                    + "\"ReservedCode1\":\"\",\"ContentPropagator\":\"\",\"PropagateID\":\"\",\"ReservedCode2\":\"\"}";

    /// Made once for all tests.
    static final Path AUTHORITY = authority();

    static final C2paSigner SIGNER = new C2paSigner(credential(), "0.1.0");

    private SmallFiles() {}

    private static Path authority() {
        try {
            Path folder = Files.createTempDirectory("mingshi-development-ca");
            folder.toFile().deleteOnExit();
            DevelopmentCa.create(folder, Clock.systemUTC());
            for (String file : List.of(DevelopmentCa.ROOT, DevelopmentCa.CHAIN, DevelopmentCa.KEY)) {
                folder.resolve(file).toFile().deleteOnExit();
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SigningCredential credential() {
        try {
            return SigningCredential.read(AUTHORITY.resolve(DevelopmentCa.CHAIN), AUTHORITY.resolve(DevelopmentCa.KEY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Trust trust() {
        try {
            return Trust.in(AUTHORITY.resolve(DevelopmentCa.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] picture(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        g.fillRect(0, 0, width, height);
        g.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String name) {
        try (var in = SmallFiles.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
