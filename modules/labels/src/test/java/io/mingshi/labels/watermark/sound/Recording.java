package io.mingshi.labels.watermark.sound;

import io.mingshi.labels.watermark.SoundFilter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/// A sound that ffmpeg reads, changes and writes.
///
/// @param samples interleaved
@SuppressWarnings("ArrayRecordComponent")
record Recording(float[] samples, int channels, int rate) {
    /// Read from any file, at a rate and number of channels.
    static Recording of(Path file, int channels, int rate, Path folder) throws IOException, InterruptedException {
        Path raw = folder.resolve("read.f32");
        run("-i", file.toString(), "-ac", "" + channels, "-ar", "" + rate, "-f", "f32le", raw.toString());
        FloatBuffer floats = ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] samples = new float[floats.remaining()];
        floats.get(samples);
        return new Recording(samples, channels, rate);
    }

    /// After a passage through ffmpeg into a file of a kind and back, its channels mixed down, at 44.1 kHz.
    Recording through(String ending, List<String> options, Path folder) throws IOException, InterruptedException {
        Path raw = folder.resolve("marked.f32");
        ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(samples);
        Files.write(raw, bytes.array());
        Path passed = folder.resolve("passed." + ending);
        List<String> arguments =
                new ArrayList<>(List.of("-f", "f32le", "-ar", "" + rate, "-ac", "" + channels, "-i", raw.toString()));
        arguments.addAll(options);
        arguments.add(passed.toString());
        run(arguments.toArray(String[]::new));
        return of(passed, 1, 44_100, folder);
    }

    Recording filtered(SoundFilter filter) {
        float[] ready = filter.next(samples);
        float[] rest = filter.end();
        float[] all = new float[ready.length + rest.length];
        System.arraycopy(ready, 0, all, 0, ready.length);
        System.arraycopy(rest, 0, all, ready.length, rest.length);
        return new Recording(all, channels, rate);
    }

    float[] mono() {
        float[] mono = new float[samples.length / channels];
        for (int i = 0; i < samples.length; i++) {
            mono[i / channels] += samples[i] / channels;
        }
        return mono;
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Loader.load(ffmpeg.class), "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + "\n" + said);
        }
    }
}
