package io.mingshi.screening.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Measures in how many sounds a voice is heard: `java … VoiceTable FOLDER…`, with WAV files of one channel and 8,000
/// samples of 16 bits a second, as `voices.sh` makes them.
final class VoiceTable {
    private static final int HEADER = 44;
    private static final int RATE = 8_000;

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
                float[] samples = samples(Files.readAllBytes(file));
                boolean voice = VoiceDetector.hears(samples, RATE);
                heard += voice ? 1 : 0;
                if (Boolean.getBoolean("shown")) {
                    System.out.println(file.getFileName() + " " + voice + " " + VoiceDetector.traits(samples, RATE));
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

    static float[] samples(byte[] wav) {
        ByteBuffer bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        float[] samples = new float[Math.max(0, wav.length - HEADER) / Short.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort(HEADER + Short.BYTES * i) / 32_768f;
        }
        return samples;
    }
}
