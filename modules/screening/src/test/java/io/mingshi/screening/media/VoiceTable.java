package io.mingshi.screening.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Measures in how many sounds a voice is heard: `java … VoiceTable FOLDER…`, with WAV files of one channel and 8,000
/// samples of 16 bits a second, as `voices.sh` makes them.
final class VoiceTable {
    private VoiceTable() {}

    public static void main(String[] arguments) throws IOException {
        for (String folder : arguments) {
            List<Path> files;
            try (Stream<Path> all = Files.list(Path.of(folder))) {
                files = all.filter(file -> file.toString().endsWith(".wav"))
                        .sorted()
                        .toList();
            }
            int heard = 0;
            long start = System.nanoTime();
            for (Path file : files) {
                float[] samples = VoiceSearch.samples(Files.readAllBytes(file));
                boolean voice = VoiceSearch.hears(samples);
                heard += voice ? 1 : 0;
                if (Boolean.getBoolean("shown")) {
                    System.out.println(
                            file.getFileName() + " " + voice + " " + VoiceDetector.traits(samples, VoiceSearch.RATE));
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s: a voice heard in %d of %d, %d ms each%n",
                    folder,
                    heard,
                    files.size(),
                    (System.nanoTime() - start) / Math.max(1, files.size()) / 1_000_000);
        }
    }
}
