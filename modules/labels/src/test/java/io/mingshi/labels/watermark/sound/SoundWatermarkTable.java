package io.mingshi.labels.watermark.sound;

import io.mingshi.labels.watermark.WatermarkKey;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Prints, as Markdown, what the watermark of sound survives and how audible it is.
///
/// Takes a folder of recordings whose names begin with speech or music.
public final class SoundWatermarkTable {
    private static final long ID = 0x0123_4567_89AB_CDEFL;
    private static final WatermarkKey KEY = WatermarkKey.of("a key of tables!".getBytes(StandardCharsets.US_ASCII));
    private static final WatermarkKey OTHER = WatermarkKey.of("some other key!!".getBytes(StandardCharsets.US_ASCII));

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Path scratch;
    private final Map<String, Integer> found = new TreeMap<>();
    private final List<Double> seconds = new ArrayList<>();
    private double embedding;
    private double length;
    private int wrong;
    private int unmarked;

    private SoundWatermarkTable(Path scratch) {
        this.scratch = scratch;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.filter(file -> file.toString().endsWith(".wav"))
                    .sorted()
                    .toList();
        }
        new SoundWatermarkTable(Files.createTempDirectory("sound-watermark")).print(files);
    }

    private void print(List<Path> files) throws IOException, InterruptedException {
        out.println("| clip | SNR dB | segmental SNR dB | noise to mask dB | above the mask | disturbed frames"
                + " | lost after |");
        out.println("|---|---|---|---|---|---|---|");
        for (Path file : files) {
            measure(file);
        }
        out.println();
        survival(files);
    }

    private void measure(Path file) throws IOException, InterruptedException {
        String name = file.getFileName().toString().replace(".wav", "");
        ByteBuffer heading = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        // where ffmpeg and espeak-ng write them: channels and rate
        Recording clip = Recording.of(file, heading.getShort(22), heading.getInt(24), scratch);
        double start = processorSeconds();
        Recording marked = clip.filtered(SoundWatermark.embedder(KEY, ID, clip.channels(), clip.rate()));
        embedding += processorSeconds() - start;
        length += (double) clip.samples().length / clip.rate();
        Audibility audible = Audibility.of(clip.mono(), marked.mono(), clip.rate());
        List<String> lostHere = new ArrayList<>();
        for (Attack attack : Attack.all(clip.rate())) {
            if (!survives(marked.through(attack.ending(), attack.options(), scratch), attack.name(), kind(name))) {
                lostHere.add(attack.name());
            }
        }
        unmarked += present(clip.mono(), clip.rate(), KEY) + present(marked.mono(), marked.rate(), OTHER);
        out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f %% | %.1f %% | %s |%n",
                name,
                audible.signalToNoise(),
                audible.segmental(),
                audible.noiseToMask(),
                100 * audible.above(),
                100 * audible.disturbed(),
                lostHere.isEmpty() ? "-" : String.join("; ", lostHere));
    }

    private boolean survives(Recording passed, String attack, String kind) {
        double start = processorSeconds();
        OptionalLong read = SoundWatermark.detect(passed.mono(), passed.rate(), KEY);
        seconds.add(processorSeconds() - start);
        if (read.isPresent() && read.getAsLong() != ID) {
            wrong++;
        }
        boolean survives = read.isPresent() && read.getAsLong() == ID;
        found.merge(attack + kind, survives ? 1 : 0, Integer::sum);
        return survives;
    }

    private static double processorSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static int present(float[] mono, int rate, WatermarkKey key) {
        return SoundWatermark.detect(mono, rate, key).isPresent() ? 1 : 0;
    }

    private static String kind(String name) {
        return name.startsWith("speech") ? "speech" : "music";
    }

    private void survival(List<Path> files) {
        long speech = files.stream()
                .filter(file -> file.getFileName().toString().startsWith("speech"))
                .count();
        long music = files.size() - speech;
        out.println("| after | speech | music |");
        out.println("|---|---|---|");
        for (Attack attack : Attack.all(44_100)) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %d / %d | %d / %d |%n",
                    attack.name(),
                    found.getOrDefault(attack.name() + "speech", 0),
                    speech,
                    found.getOrDefault(attack.name() + "music", 0),
                    music);
        }
        List<Double> sorted = seconds.stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "%nOther numbers read: %d. Numbers read in %d unmarked sounds, or with another key: %d."
                        + " Embedding: %.0f times as fast as each channel sounds. Detection: median %.2f s, longest %.1f s.%n",
                wrong,
                2 * files.size(),
                unmarked,
                length / embedding,
                sorted.get(sorted.size() / 2),
                sorted.getLast());
    }
}
