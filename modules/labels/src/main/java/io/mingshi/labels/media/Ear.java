package io.mingshi.labels.media;

import io.mingshi.labels.MediaType;
import io.mingshi.labels.audio.WavLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Hears parts of a sound as one channel, decoding no more than they need.
sealed interface Ear {
    /// Frames per second of what is heard.
    int rate();

    /// How long the sound is.
    double seconds();

    /// A part of the sound, -1 to 1; shorter where the sound ends.
    float[] hear(double from, double seconds) throws IOException;

    /// Reads the samples of a WAV file.
    record Plain(WavLayout wav) implements Ear {
        @Override
        public int rate() {
            return SearchedSound.rateOf(wav.rate());
        }

        @Override
        public double seconds() {
            return (double) wav.frames() / wav.rate();
        }

        @Override
        public float[] hear(double from, double seconds) throws IOException {
            long first = Math.min(wav.frames(), Math.round(from * wav.rate()));
            long count = Math.min(wav.frames() - first, Math.round(seconds * wav.rate()));
            SearchedSound heard = new SearchedSound((int) Math.ceil(seconds));
            new WavEditing(wav).play(first, first + count, heard);
            return heard.samples();
        }
    }

    /// Has ffmpeg decode the file.
    record Decoding(FfmpegProgram program, MediaType type, Path file, Streams streams) implements Ear {
        private static final int RATE = 16_000;
        private static final int SAMPLE = 4;

        @Override
        public int rate() {
            return RATE;
        }

        @Override
        public double seconds() {
            return streams.duration();
        }

        @Override
        public float[] hear(double from, double seconds) {
            List<String> arguments = new ArrayList<>();
            if (from > 0) {
                arguments.addAll(List.of("-ss", String.format(Locale.ROOT, "%.3f", from)));
            }
            arguments.addAll(List.of("-t", String.format(Locale.ROOT, "%.3f", seconds)));
            arguments.addAll(FfmpegProgram.input(type, file));
            arguments.addAll(List.of("-map", "0:" + streams.sounds().getFirst().index(), "-ac", "1"));
            arguments.addAll(List.of("-ar", Integer.toString(RATE), "-f", "f32le", "pipe:1"));
            float[] heard = new float[(int) Math.ceil(seconds * RATE) + RATE];
            int[] count = {0};
            program.read(arguments, output -> {
                count[0] = fill(output, heard);
                return output.read() < 0;
            });
            return Arrays.copyOf(heard, count[0]);
        }

        private static int fill(InputStream in, float[] samples) throws IOException {
            byte[] bytes = in.readNBytes(samples.length * SAMPLE);
            int count = bytes.length / SAMPLE;
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(samples, 0, count);
            return count;
        }
    }
}
