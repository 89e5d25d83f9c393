package io.mingshi.labels.media;

import static io.mingshi.labels.LabelException.Code.TOOL_MISSING;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.media.Streams.Sound;
import java.util.ArrayList;
import java.util.List;

/// How a sound is encoded anew: with the coding that it had and at least its bit rate.
final class SoundEncoder {
    /// The rates of MPEG-1 layer 3, in kbit/s; at half the sampling rate the upper ones are refused by the format.
    private static final List<Integer> MP3_RATES =
            List.of(32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320);

    private static final int MP3_LOW_SAMPLING = 24_000;
    private static final int MP3_MOST_AT_LOW_SAMPLING = 160;

    /// A second encoding needs more bits than the first to sound the same.
    private static final double MORE = 1.15;

    /// AAC with spectral band replication is encoded without, which needs about so many times the bits.
    private static final double WITHOUT_REPLICATION = 2;

    private static final long LEAST_RATE = 16_000;
    private static final long MOST_PER_CHANNEL = 256_000;
    private static final int MOST_BITS = 24;

    private final FfmpegProgram program;
    private final Streams streams;
    private final Sound sound;

    SoundEncoder(FfmpegProgram program, Streams streams) {
        this.program = program;
        this.streams = streams;
        this.sound = streams.sound();
    }

    /// The arguments that select and set the encoder.
    ///
    /// @throws LabelException UNSUPPORTED for a coding that is not foreseen in this format, TOOL_MISSING without an
    ///     encoder for it
    List<String> arguments(MediaType type) {
        return switch (type + " " + sound.codec()) {
            case "MP3 mp3" -> lossy(encoder("libmp3lame"), mp3Rate());
            case "FLAC flac", "OGG flac" -> lossless("flac", "s16", "s32");
            case "M4A alac" -> lossless("alac", "s16p", "s32p");
            case "M4A aac" -> lossy("aac", rate(sound.replicates() ? WITHOUT_REPLICATION : MORE));
            case "OGG opus" -> lossy(encoder("libopus"), rate(MORE));
            case "OGG vorbis" -> vorbis();
            default ->
                throw UNSUPPORTED.with("sound of the coding " + sound.codec() + " in a file of type " + type
                        + " is not labelled here");
        };
    }

    private String encoder(String name) {
        return program.encoder(name)
                .orElseThrow(() ->
                        TOOL_MISSING.with("this ffmpeg cannot encode " + sound.codec() + "; install one with " + name));
    }

    private static List<String> lossy(String encoder, long rate) {
        return List.of("-c:a", encoder, "-b:a", Long.toString(rate));
    }

    /// The encoder that is part of ffmpeg knows two channels only.
    private List<String> vorbis() {
        List<String> arguments = new ArrayList<>();
        if (sound.channels() == 2) {
            String name = program.encoder("libvorbis", "vorbis").orElseGet(() -> encoder("libvorbis"));
            arguments.addAll(lossy(name, rate(name.equals("vorbis") ? WITHOUT_REPLICATION : MORE)));
            arguments.addAll(List.of("-strict", "-2"));
        } else {
            arguments.addAll(lossy(encoder("libvorbis"), rate(MORE)));
        }
        return arguments;
    }

    private List<String> lossless(String encoder, String narrow, String wide) {
        if (sound.bits() > MOST_BITS) {
            throw UNSUPPORTED.with("sound of " + sound.bits() + " bits is not labelled here; convert it to 24 bits");
        }
        boolean fits = sound.bits() <= 16;
        List<String> arguments = new ArrayList<>(List.of("-c:a", encoder, "-sample_fmt:a", fits ? narrow : wide));
        if (!fits) {
            arguments.addAll(List.of("-bits_per_raw_sample:a", Integer.toString(sound.bits())));
        }
        return arguments;
    }

    private long mp3Rate() {
        long wanted = Math.round(known() / 1000.0);
        int most = sound.rate() <= MP3_LOW_SAMPLING ? MP3_MOST_AT_LOW_SAMPLING : MP3_RATES.getLast();
        int chosen = MP3_RATES.stream()
                .filter(rate -> rate >= wanted && rate <= most)
                .findFirst()
                .orElse(most);
        return chosen * 1000L;
    }

    private long rate(double times) {
        return Math.clamp(Math.round(known() * times), LEAST_RATE, MOST_PER_CHANNEL * sound.channels());
    }

    private long known() {
        return sound.bitRate() > 0 ? sound.bitRate() : streams.bitRate();
    }
}
