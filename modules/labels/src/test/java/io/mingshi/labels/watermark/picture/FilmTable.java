package io.mingshi.labels.watermark.picture;

import io.mingshi.labels.watermark.FrameFilter;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/// Prints, as Markdown, how well ids are found in five seconds of film after it was encoded again.
///
/// The films are camera moves over photographs, with noise that differs in each frame: harder than most films, for
/// nothing in them stands still. Arguments: a folder of photographs, and how many of them to take; ffmpeg is needed.
final class FilmTable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES = 125;
    private static final double[] SPEEDS = {0, 1};
    private static final long ID = 0x1234_5678_9ABC_DEF1L;

    private final Path folder = Files.createTempDirectory("film-table");
    private final Path raw = folder.resolve("marked.yuv");
    private final Path coded = folder.resolve("coded.mp4");

    private FilmTable() throws IOException {}

    /// How a film is encoded again.
    private record Transcode(String name, int width, int height, int rateFactor) {}

    private static final List<Transcode> TRANSCODES = List.of(
            new Transcode("720p, CRF 23", WIDTH, HEIGHT, 23),
            new Transcode("480p, CRF 28", 854, 480, 28),
            new Transcode("480p, CRF 30", 854, 480, 30));

    public static void main(String[] arguments) throws Exception {
        List<BufferedImage> photographs = PictureTable.photographs(Path.of(arguments[0]));
        int step = Math.max(1, photographs.size() / Integer.parseInt(arguments[1]));
        PictureTable.print("| film | PSNR | flicker |");
        TRANSCODES.forEach(transcode -> PictureTable.print(" H.264 %s |", transcode.name));
        PictureTable.print("%n|---|---|---|---|---|---|%n");
        FilmTable table = new FilmTable();
        for (int i = 0; i < photographs.size(); i += step) {
            for (double speed : SPEEDS) {
                table.film(i, photographs.get(i), speed);
            }
        }
    }

    private void film(int number, BufferedImage photograph, double speed) throws Exception {
        PictureTable.print("| %d, %s", number + 1, speed == 0 ? "still" : "moving");
        record(photograph, speed);
        for (Transcode transcode : TRANSCODES) {
            OptionalLong id = detect(transcode);
            boolean right = id.isPresent() && id.getAsLong() == ID;
            PictureTable.print(" %s |", right ? "found" : id.isPresent() ? "WRONG" : "not found");
        }
        PictureTable.print("%n");
    }

    /// Writes the marked film; prints how far it is from the unmarked one, and how much the watermark differs from
    /// frame
    /// to frame, against its own height.
    private void record(BufferedImage photograph, double speed) throws IOException {
        FrameFilter filter = FilmWatermark.embedder(PictureTable.KEY, ID);
        Random random = new Random(3);
        byte[] grey = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(grey, (byte) 128);
        int[] before = new int[0];
        double error = 0;
        double flicker = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(raw))) {
            for (int i = 0; i < FRAMES; i++) {
                byte[] frame = frame(photograph, i, speed, random);
                byte[] marked = frame.clone();
                filter.apply(marked, WIDTH, HEIGHT, i);
                int[] change = new int[frame.length];
                Arrays.setAll(change, k -> (marked[k] & 0xFF) - (frame[k] & 0xFF));
                error += squares(change, new int[change.length]);
                flicker += i == 0 ? 0 : squares(change, before);
                before = change;
                out.write(marked);
                out.write(grey);
            }
        }
        double ratio = 10 * Math.log10(255.0 * 255 * FRAMES / error);
        PictureTable.print(" | %.1f dB | %.0f %% |", ratio, 100 * Math.sqrt(flicker / error));
    }

    private static double squares(int[] one, int[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum / one.length;
    }

    /// Luma of 16 to 235 with noise of about one and a half grey levels.
    private static byte[] frame(BufferedImage photograph, int i, double speed, Random random) {
        double zoom = (double) WIDTH / photograph.getWidth() * (1.15 + 0.0006 * i * speed);
        double x = (photograph.getWidth() * zoom - WIDTH) / 2 + speed * (i - FRAMES / 2.0);
        double y = (photograph.getHeight() * zoom - HEIGHT) / 2 + speed * (i - FRAMES / 2.0);
        BufferedImage view = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = view.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform move = AffineTransform.getTranslateInstance(-x, -y);
        move.scale(zoom, zoom);
        g.drawImage(photograph, move, null);
        g.dispose();
        byte[] luma = Editing.bytes(view);
        for (int k = 0; k < luma.length; k++) {
            double noise = (random.nextInt(256) + random.nextInt(256) - 255) / 70.0;
            luma[k] = (byte) Math.round(16 + (luma[k] & 0xFF) * 219 / 255.0 + noise);
        }
        return luma;
    }

    private OptionalLong detect(Transcode transcode) throws Exception {
        List<String> encode = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-f", "rawvideo"));
        encode.addAll(List.of("-pix_fmt", "yuv420p", "-s", WIDTH + "x" + HEIGHT, "-r", "25", "-i", raw.toString()));
        encode.addAll(List.of("-vf", "scale=" + transcode.width + ":" + transcode.height, "-c:v", "libx264"));
        encode.addAll(List.of("-crf", Integer.toString(transcode.rateFactor), "-threads", "1", coded.toString()));
        if (new ProcessBuilder(encode).inheritIO().start().waitFor() != 0) {
            throw new IOException("ffmpeg failed");
        }
        FilmWatermark.Detector detector = new FilmWatermark.Detector(PictureTable.KEY);
        byte[] frame = new byte[transcode.width * transcode.height];
        Process decoder = new ProcessBuilder(
                        "ffmpeg", "-v", "error", "-i", coded.toString(), "-f", "rawvideo", "-pix_fmt", "gray", "-")
                .start();
        try (InputStream in = decoder.getInputStream()) {
            while (in.readNBytes(frame, 0, frame.length) == frame.length) {
                detector.add(frame, transcode.width, transcode.height);
            }
        }
        decoder.waitFor();
        return detector.result();
    }
}
