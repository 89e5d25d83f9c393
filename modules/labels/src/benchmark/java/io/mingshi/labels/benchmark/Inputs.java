package io.mingshi.labels.benchmark;

import io.mingshi.labels.LabelEngine;
import io.mingshi.labels.LabelRequest;
import io.mingshi.labels.LabeledContent;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.ProviderCode;
import io.mingshi.labels.c2pa.C2paSigner;
import io.mingshi.labels.c2pa.DevelopmentCa;
import io.mingshi.labels.c2pa.ManifestSigner;
import io.mingshi.labels.c2pa.SigningCredential;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// The files that are measured, made from one photograph (`-Dphotograph=FILE`).
final class Inputs {
    static final ProviderCode PRODUCER = ProviderCode.of("001191000000000000000K10001");
    private static final LabelEngine ENGINE = new LabelEngine(PRODUCER);

    private Inputs() {}

    /// The photograph as a JPEG of quality 90 with sides of this length.
    static byte[] jpeg(int side) throws IOException {
        return encoded(scaled(side), 0.9f);
    }

    /// A JPEG of about this many bytes.
    static byte[] jpegOf(int bytes) throws IOException {
        byte[] best = jpeg(64);
        for (int side = 128; best.length < bytes; side += 64) {
            best = jpeg(side);
        }
        return best;
    }

    /// A PNG of about this many bytes.
    static byte[] pngOf(int bytes) throws IOException {
        byte[] best = new byte[0];
        for (int side = 64; best.length < bytes; side += 16) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(scaled(side), "png", out);
            best = out.toByteArray();
        }
        return best;
    }

    static LabeledContent metadataOnly(MediaType type, byte[] file, LabelRequest request) {
        return ENGINE.label(type, file, request);
    }

    static ManifestSigner manifestSigner() throws IOException {
        Path folder = Files.createTempDirectory("benchmark-ca");
        DevelopmentCa.create(folder, Clock.systemUTC());
        return new C2paSigner(
                SigningCredential.read(folder.resolve(DevelopmentCa.CHAIN), folder.resolve(DevelopmentCa.KEY)),
                "benchmark");
    }

    private static BufferedImage scaled(int side) throws IOException {
        String file = System.getProperty("photograph");
        if (file == null) {
            throw new IOException("name a photograph with -Dphotograph=FILE");
        }
        BufferedImage whole = ImageIO.read(Path.of(file).toFile());
        int square = Math.min(whole.getWidth(), whole.getHeight());
        BufferedImage scaled = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = scaled.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(whole, 0, 0, side, side, 0, 0, square, square, null);
        g.dispose();
        return scaled;
    }

    private static byte[] encoded(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.setOutput(ImageIO.createImageOutputStream(out));
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        writer.write(null, new IIOImage(picture, null, null), param);
        ((javax.imageio.stream.ImageOutputStream) writer.getOutput()).flush();
        writer.dispose();
        return out.toByteArray();
    }
}
