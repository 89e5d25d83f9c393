package io.mingshi.labels.fingerprint;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Prints how well fingerprints know the pictures of a folder again, and how often they take two for one.
///
/// `mvn -pl modules/labels test-compile exec:java -Dexec.classpathScope=test
/// -Dexec.mainClass=io.mingshi.labels.fingerprint.FingerprintTable -Dexec.args=FOLDER`
final class FingerprintTable {
    private FingerprintTable() {}

    public static void main(String[] folders) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(Path.of(folders[0]))) {
            files = found.filter(file -> file.toString().matches(".*\\.(jpe?g|png)"))
                    .sorted()
                    .toList();
        }
        Map<String, UnaryOperator<BufferedImage>> changes = Changes.all();
        int[][] distances = new int[changes.size()][files.size()];
        List<PictureFingerprint> all = new ArrayList<>();
        int dull = 0;
        long nanos = 0;
        for (Path file : files) {
            BufferedImage picture = ImageIO.read(file.toFile());
            long start = System.nanoTime();
            Optional<PictureFingerprint> fingerprint = PictureFingerprint.of(picture);
            nanos += System.nanoTime() - start;
            if (fingerprint.isEmpty()) {
                dull++;
                continue;
            }
            int row = 0;
            for (UnaryOperator<BufferedImage> change : changes.values()) {
                distances[row++][all.size()] = PictureFingerprint.of(change.apply(picture))
                        .map(fingerprint.get()::distance)
                        .orElse(PictureFingerprint.BITS);
            }
            all.add(fingerprint.get());
        }
        System.out.printf(
                "%d pictures, %d of them show too little; %.1f ms each%n%n",
                files.size(), dull, nanos / 1e6 / files.size());
        report(System.out, changes.keySet().toArray(String[]::new), distances, all);
    }

    private static void report(PrintStream out, String[] changes, int[][] distances, List<PictureFingerprint> all) {
        out.println("| change | known again | median distance | largest |");
        out.println("|---|---|---|---|");
        for (int i = 0; i < changes.length; i++) {
            int[] sorted = Arrays.copyOf(distances[i], all.size());
            Arrays.sort(sorted);
            long known = Arrays.stream(sorted)
                    .filter(distance -> distance <= PictureFingerprint.SAME)
                    .count();
            out.printf(
                    Locale.ROOT,
                    "| %s | %.1f %% | %d | %d |%n",
                    changes[i],
                    100.0 * known / sorted.length,
                    sorted[sorted.length / 2],
                    sorted[sorted.length - 1]);
        }
        int same = 0;
        int nearest = PictureFingerprint.BITS;
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                int distance = all.get(i).distance(all.get(j));
                same += distance <= PictureFingerprint.SAME ? 1 : 0;
                nearest = Math.min(nearest, distance);
            }
        }
        out.printf(
                "%n%d of %d pairs of different files within %d bits; the nearest differ in %d%n",
                same, all.size() * (all.size() - 1) / 2, PictureFingerprint.SAME, nearest);
    }
}
