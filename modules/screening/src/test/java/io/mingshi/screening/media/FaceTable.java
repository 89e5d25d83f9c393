package io.mingshi.screening.media;

import io.mingshi.labels.MediaType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Measures how many faces a detector finds and how often it sees one where none is: `java … FaceTable FOLDER [ONNX]`.
///
/// The folder holds `faces` and `others` with picture files, and may hold `lfw_subset.npy`: 100 faces, then 100
/// pieces without one, of 25 x 25 pixels, which are shown at eight times their size.
final class FaceTable {
    private static final int TILES = 200;
    private static final int FACES = 100;
    private static final int TILE = 25;
    private static final int ENLARGED = 200;
    private static final int NPY_HEADER_LENGTH = 8;
    private static final int NPY_HEADER = 10;

    private final FaceDetector detector;

    private FaceTable(FaceDetector detector) {
        this.detector = detector;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        var table =
                new FaceTable(arguments.length > 1 ? new TrainedFaces(Path.of(arguments[1]), 0.6) : new CascadeFaces());
        System.out.println("detector " + table.detector.name());
        Path tiles = folder.resolve("lfw_subset.npy");
        if (Files.exists(tiles)) {
            List<Picture> pictures = tiles(Files.readAllBytes(tiles));
            table.row("small pictures of faces", pictures.subList(0, FACES));
            table.row("small pictures without", pictures.subList(FACES, TILES));
        }
        table.row("photographs of faces", files(folder.resolve("faces")));
        table.row("photographs and pictures without", files(folder.resolve("others")));
    }

    private void row(String name, List<Picture> pictures) {
        int found = 0;
        long start = System.nanoTime();
        for (Picture picture : pictures) {
            boolean any = !detector.faces(picture).isEmpty();
            found += any ? 1 : 0;
        }
        long each = pictures.isEmpty() ? 0 : (System.nanoTime() - start) / pictures.size() / 1_000_000;
        System.out.printf(
                Locale.ROOT,
                "%-34s %4d pictures, a face found in %4d (95 %% interval %s), %d ms each%n",
                name,
                pictures.size(),
                found,
                interval(found, pictures.size()),
                each);
    }

    /// Wilson's interval.
    private static String interval(int found, int of) {
        if (of == 0) {
            return "none";
        }
        double z = 1.96;
        double share = (double) found / of;
        double middle = (share + z * z / (2 * of)) / (1 + z * z / of);
        double half = z / (1 + z * z / of) * Math.sqrt(share * (1 - share) / of + z * z / (4.0 * of * of));
        return String.format(Locale.ROOT, "%.1f to %.1f %%", 100 * (middle - half), 100 * (middle + half));
    }

    private static List<Picture> files(Path folder) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                MediaType type = MediaType.sniff(bytes).orElse(MediaType.TEXT);
                if (type == MediaType.PNG || type == MediaType.JPEG || type == MediaType.WEBP) {
                    pictures.add(
                            Picture.of(Matrices.within(Picture.of(type, bytes).pixels(), 1_280)));
                }
            }
        }
        return pictures;
    }

    /// An array of 64-bit fractions of 0 to 1, as NumPy stores it.
    private static List<Picture> tiles(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(NPY_HEADER + bytes.getShort(NPY_HEADER_LENGTH));
        List<Picture> tiles = new ArrayList<>();
        for (int tile = 0; tile < TILES; tile++) {
            var picture = new BufferedImage(TILE, TILE, BufferedImage.TYPE_3BYTE_BGR);
            for (int i = 0; i < TILE * TILE; i++) {
                int grey = (int) Math.round(255 * Math.clamp(bytes.getDouble(), 0, 1));
                picture.setRGB(i % TILE, i / TILE, grey << 16 | grey << 8 | grey);
            }
            tiles.add(Picture.of(Matrices.drawn(picture, ENLARGED, ENLARGED, BufferedImage.TYPE_3BYTE_BGR)));
        }
        return tiles;
    }
}
