package io.mingshi.labels.media;

import io.mingshi.labels.MediaType;
import io.mingshi.labels.audio.Mono;
import io.mingshi.labels.media.SoundEditor.SoundSink;
import io.mingshi.labels.media.Streams.Film;
import io.mingshi.labels.media.Streams.Sound;
import io.mingshi.labels.watermark.SoundFilter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One sound file decoded, and encoded anew with what was put into it; tags and cover pictures are copied.
///
/// @param type of the file, before and after
/// @param original the file
/// @param streams what is in it
record SoundEncoding(FfmpegProgram program, MediaType type, Path original, Streams streams) {
    private static final int FRAMES_AT_ONCE = 1 << 14;
    private static final int SAMPLE = 4;

    private Sound sound() {
        return streams.sound();
    }

    /// Decodes the whole sound.
    void read(SampleSink sink) {
        program.read(decoding(), output -> pass(output, sink));
    }

    private boolean pass(InputStream in, SampleSink sink) throws IOException {
        byte[] bytes = new byte[FRAMES_AT_ONCE * sound().channels() * SAMPLE];
        int frame = sound().channels() * SAMPLE;
        for (int read = in.readNBytes(bytes, 0, bytes.length);
                read >= frame;
                read = in.readNBytes(bytes, 0, bytes.length)) {
            sink.put(floats(bytes, read - read % frame));
        }
        return true;
    }

    /// Plays the first seconds, as one channel.
    void play(int mostSeconds, SoundSink sink) {
        List<String> arguments = new ArrayList<>(List.of("-t", Integer.toString(mostSeconds)));
        arguments.addAll(decoding());
        program.read(arguments, output -> play(output, sink));
    }

    private boolean play(InputStream in, SoundSink sink) throws IOException {
        int channels = sound().channels();
        byte[] bytes = new byte[FRAMES_AT_ONCE * channels * SAMPLE];
        while (true) {
            int read = in.readNBytes(bytes, 0, bytes.length);
            if (read == 0) {
                return true;
            }
            if (!sink.take(Mono.of(floats(bytes, read), channels), sound().rate())) {
                return false;
            }
        }
    }

    private static float[] floats(byte[] bytes, int length) {
        float[] samples = new float[length / SAMPLE];
        ByteBuffer.wrap(bytes, 0, length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(samples);
        return samples;
    }

    private static byte[] bytes(float[] samples) {
        byte[] bytes = new byte[samples.length * SAMPLE];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(samples);
        return bytes;
    }

    /// Writes the sound anew.
    ///
    /// @param delay how many seconds later than before the sound begins
    void write(Path made, double delay, Optional<SoundFilter> filter, PromptPlan plan) throws IOException {
        try (ChildProgram decoder = program.start(decoding(), false);
                ChildProgram encoder = program.start(encoding(made, delay), true)) {
            try (OutputStream out = new BufferedOutputStream(encoder.input())) {
                PromptWeaver weaver = new PromptWeaver(filter, plan, block -> out.write(bytes(block)));
                pass(decoder.output(), weaver);
                weaver.end();
            } catch (IOException e) {
                throw ChildProgram.broken(e, List.of(decoder, encoder));
            }
            decoder.end();
            encoder.drain();
        }
    }

    private List<String> decoding() {
        List<String> arguments = new ArrayList<>(FfmpegProgram.input(type, original));
        arguments.addAll(List.of("-map", "0:" + sound().index(), "-c:a", "pcm_f32le", "-f", "f32le", "pipe:1"));
        return arguments;
    }

    private List<String> encoding(Path made, double delay) {
        List<String> arguments = new ArrayList<>(List.of("-f", "f32le", "-ar", Integer.toString(sound().rate())));
        if (sound().layout().isEmpty()) {
            arguments.addAll(List.of("-ac", Integer.toString(sound().channels())));
        } else {
            arguments.addAll(List.of("-ch_layout", sound().layout()));
        }
        arguments.addAll(List.of("-i", "pipe:0", "-itsoffset", Double.toString(delay)));
        arguments.addAll(FfmpegProgram.input(type, original));
        arguments.addAll(List.of("-map", "0:a"));
        arguments.addAll(covers());
        arguments.addAll(List.of("-map_metadata", "1", "-map_chapters", "1"));
        arguments.addAll(List.of("-map_metadata:s:a:0", "1:s:" + sound().index()));
        arguments.addAll(new SoundEncoder(program, streams).arguments(type));
        arguments.addAll(container(made));
        return arguments;
    }

    /// OGG keeps covers among its tags, which are copied as such.
    private List<String> covers() {
        List<Film> covers = type == MediaType.OGG
                ? List.of()
                : streams.films().stream().filter(Film::attached).toList();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < covers.size(); i++) {
            arguments.addAll(List.of("-map", "1:" + covers.get(i).index(), "-c:v:" + i, "copy"));
            arguments.addAll(List.of("-disposition:v:" + i, "attached_pic"));
            arguments.addAll(
                    List.of("-map_metadata:s:v:" + i, "1:s:" + covers.get(i).index()));
        }
        return arguments;
    }

    private List<String> container(Path made) {
        List<String> settings = switch (type) {
            case MP3 -> List.of("-id3v2_version", "3", "-f", "mp3");
            case M4A -> List.of("-movflags", "+faststart", "-f", "ipod");
            default -> List.of("-f", FfmpegProgram.format(type));
        };
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("file:" + made);
        return arguments;
    }
}
