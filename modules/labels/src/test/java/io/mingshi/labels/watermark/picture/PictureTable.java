package io.mingshi.labels.watermark.picture;

import io.mingshi.labels.watermark.WatermarkKey;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Prints, as Markdown, how well ids are found in photographs after many attacks, and what that costs.
///
/// Arguments: a folder of photographs, whose shorter side has at least 1024 pixels, and how many unmarked variants are
/// looked at.
final class PictureTable {
    static final WatermarkKey KEY = WatermarkKey.of("the key of this table".getBytes(StandardCharsets.US_ASCII));

    private static final int SIDE = 1024;
    private static final int TIMED = 60;

    private final List<BufferedImage> photographs;
    private final List<BufferedImage> marked = new ArrayList<>();
    private final Random random = new Random(1);
    private final List<Long> ids = new ArrayList<>();

    private PictureTable(List<BufferedImage> photographs) {
        this.photographs = photographs;
    }

    public static void main(String[] arguments) throws IOException {
        ImageIO.setUseCache(false);
        PictureTable table = new PictureTable(photographs(Path.of(arguments[0])));
        table.quality();
        table.attacks();
        table.unmarked(Integer.parseInt(arguments[1]));
        table.cost();
    }

    /// The middle of each, 1024 x 1024 after the shorter side was reduced to that.
    static List<BufferedImage> photographs(Path folder) throws IOException {
        List<BufferedImage> photographs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                BufferedImage whole = Editing.copy(ImageIO.read(file.toFile()));
                int shorter = Math.min(whole.getWidth(), whole.getHeight());
                BufferedImage small = Editing.scaled(whole, (double) SIDE / shorter);
                double width = (double) SIDE / small.getWidth();
                double height = (double) SIDE / small.getHeight();
                photographs.add(Editing.cut(small, (1 - width) / 2, (1 - height) / 2, width, height));
            }
        }
        return photographs;
    }

    private void quality() {
        List<Double> ratios = new ArrayList<>();
        List<Double> similarities = new ArrayList<>();
        for (BufferedImage photograph : photographs) {
            BufferedImage copy = Editing.copy(photograph);
            long id = random.nextLong();
            PictureWatermark.embed(copy, KEY, id);
            ids.add(id);
            marked.add(copy);
            ratios.add(Metrics.psnr(photograph, copy));
            similarities.add(Metrics.ssim(photograph, copy));
        }
        print("%d photographs of %d x %d pixels%n%n", photographs.size(), SIDE, SIDE);
        print("| | mean | least |%n|---|---|---|%n");
        print("| PSNR | %.2f dB | %.2f dB |%n", mean(ratios), least(ratios));
        print("| SSIM | %.4f | %.4f |%n%n", mean(similarities), least(similarities));
    }

    private void attacks() {
        print("| attack | found | share | in the fast way | wrong |%n|---|---|---|---|---|%n");
        Map<String, UnaryOperator<BufferedImage>> all = new LinkedHashMap<>(Attacks.whole());
        all.putAll(Attacks.moved());
        all.forEach(this::attack);
        print("%n");
    }

    private void attack(String name, UnaryOperator<BufferedImage> attack) {
        int found = 0;
        int fast = 0;
        int wrong = 0;
        for (int i = 0; i < marked.size(); i++) {
            BufferedImage attacked = attack.apply(marked.get(i));
            OptionalLong id = PictureWatermark.detect(attacked, KEY);
            fast += id.isPresent() ? 1 : 0;
            id = id.isPresent() ? id : PictureWatermark.detectThoroughly(attacked, KEY);
            boolean right = id.isPresent() && id.getAsLong() == ids.get(i);
            found += right ? 1 : 0;
            wrong += id.isPresent() && !right ? 1 : 0;
        }
        int all = marked.size();
        print("| %s | %d of %d | %.0f %% | %d | %d |%n", name, found, all, 100.0 * found / all, fast, wrong);
    }

    /// Each attack on each photograph, thoroughly; then random cuts, the fast way.
    private void unmarked(int variants) {
        int thorough = 0;
        int wrong = 0;
        Map<String, UnaryOperator<BufferedImage>> all = new LinkedHashMap<>(Attacks.whole());
        all.putAll(Attacks.moved());
        for (UnaryOperator<BufferedImage> attack : all.values()) {
            for (BufferedImage photograph : photographs) {
                wrong += PictureWatermark.detectThoroughly(attack.apply(photograph), KEY)
                                .isPresent()
                        ? 1
                        : 0;
                thorough++;
            }
        }
        for (int i = thorough; i < variants; i++) {
            BufferedImage photograph = photographs.get(i % photographs.size());
            BufferedImage part = Editing.cropped(
                    photograph, 0.3 + 0.7 * random.nextDouble(), random.nextDouble(), random.nextDouble());
            wrong += PictureWatermark.detect(part, KEY).isPresent() ? 1 : 0;
        }
        print("Unmarked: an id was reported %d times for %d variants ", wrong, Math.max(thorough, variants));
        print("(%d looked at thoroughly, the others in the fast way).%n%n", thorough);
    }

    private void cost() {
        print("| one 1024 x 1024 picture, one thread | median | least |%n|---|---|---|%n");
        BufferedImage photograph = photographs.get(0);
        BufferedImage canvas = Editing.copy(photograph);
        time("embed", () -> PictureWatermark.embed(canvas, KEY, 1));
        time("detect, unmarked", () -> PictureWatermark.detect(photograph, KEY));
        time("detectThoroughly, unmarked", () -> PictureWatermark.detectThoroughly(photograph, KEY));
    }

    private void time(String name, Runnable deed) {
        List<Double> times = new ArrayList<>();
        for (int i = -TIMED; i < TIMED; i++) {
            long start = System.nanoTime();
            deed.run();
            if (i >= 0) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        times.sort(null);
        print("| %s | %.1f ms | %.1f ms |%n", name, times.get(TIMED / 2), times.get(0));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    private static double least(List<Double> values) {
        return values.stream().mapToDouble(value -> value).min().orElseThrow();
    }

    static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
        System.out.flush();
    }
}
