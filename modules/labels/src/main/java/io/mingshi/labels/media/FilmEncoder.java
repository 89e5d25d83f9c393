package io.mingshi.labels.media;

import static io.mingshi.labels.LabelException.Code.TOOL_MISSING;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.MediaType;
import io.mingshi.labels.media.Streams.Film;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The encoder for a film: of the same coding as the film had where there is one, at a bit rate that loses little.
///
/// @param name what ffmpeg calls it
/// @param arguments that select and set it
record FilmEncoder(String name, List<String> arguments) {
    /// A second encoding needs more bits than the first to look the same.
    private static final double MORE = 1.3;

    /// H.264 needs about so many times the bits without arithmetic coding.
    private static final double WITHOUT_ARITHMETIC = 1.2;

    /// H.264 needs about so many times the bits of HEVC, VP9 and AV1.
    private static final double OLDER_CODING = 1.6;

    private static final long LEAST_RATE = 200_000;
    private static final long MOST_RATE = 200_000_000;

    /// Bits for each pixel of each frame, where the file does not tell its rate.
    private static final double BITS_PER_PIXEL = 0.12;

    private static final double USUAL_FRAME_RATE = 30;

    /// @param total bit rate of the whole file, for files that tell no other
    static FilmEncoder of(MediaType type, Film film, long total, FfmpegProgram program) {
        String name = choose(type, film, program)
                .orElseThrow(() -> TOOL_MISSING.with("this ffmpeg has no encoder for films of type " + type
                        + "; install one with libopenh264 or libx264, and libvpx for WebM"));
        List<String> arguments = new ArrayList<>(List.of("-c:v:0", name));
        arguments.addAll(List.of("-b:v:0", Long.toString(bitRate(film, total, name))));
        arguments.addAll(List.of("-g:v:0", Integer.toString(keyEvery(film))));
        arguments.addAll(List.of("-fps_mode:v:0", "passthrough", "-enc_time_base:v:0", "-1"));
        arguments.addAll(settings(name, film));
        return new FilmEncoder(name, List.copyOf(arguments));
    }

    /// Settings for H.264 without arithmetic coding and without frames out of order.
    static List<String> simple(Film film, long total, FfmpegProgram program) {
        String name = program.encoder("libx264", "libopenh264")
                .orElseThrow(() -> TOOL_MISSING.with(
                        "this ffmpeg has no encoder for H.264; install one with libopenh264 or libx264"));
        List<String> arguments = new ArrayList<>(List.of("-c:v", name, "-coder", "cavlc", "-bf", "0"));
        arguments.addAll(List.of("-b:v", Long.toString(Math.round(WITHOUT_ARITHMETIC * bitRate(film, total, name)))));
        arguments.addAll(List.of("-g", Integer.toString(keyEvery(film)), "-fps_mode", "passthrough"));
        arguments.addAll(
                name.equals("libx264")
                        ? List.of("-preset", "veryfast")
                        : List.of("-rc_mode", "bitrate", "-profile:v", "constrained_baseline"));
        return arguments;
    }

    private static Optional<String> choose(MediaType type, Film film, FfmpegProgram program) {
        boolean web = type == MediaType.WEBM;
        return switch (film.codec()) {
            case "vp8" -> program.encoder(web ? "libvpx" : "libvpx-vp9", "libvpx-vp9");
            case "vp9" -> program.encoder("libvpx-vp9");
            case "av1" -> program.encoder("libsvtav1", "libaom-av1");
            case "hevc" -> program.encoder("libx265", "libx264", "libopenh264");
            default -> {
                if (web) {
                    throw UNSUPPORTED.with("WebM holds VP8, VP9 and AV1, and not " + film.codec());
                }
                yield program.encoder("libx264", "libopenh264");
            }
        };
    }

    private static List<String> settings(String encoder, Film film) {
        return switch (encoder) {
            case "libopenh264" -> List.of("-rc_mode:v:0", "bitrate", "-pix_fmt:v:0", "yuv420p");
            case "libx264", "libx265" -> List.of("-preset:v:0", "veryfast");
            case "libvpx-vp9" ->
                List.of(
                        "-deadline:v:0",
                        "realtime",
                        "-cpu-used:v:0",
                        "6",
                        "-row-mt:v:0",
                        "1",
                        "-pix_fmt:v:0",
                        film.deep() ? "yuv420p10le" : "yuv420p");
            case "libsvtav1" -> List.of("-preset:v:0", "9", "-pix_fmt:v:0", film.deep() ? "yuv420p10le" : "yuv420p");
            case "libaom-av1" -> List.of("-cpu-used:v:0", "8", "-row-mt:v:0", "1");
            default -> List.of("-deadline:v:0", "realtime", "-cpu-used:v:0", "4", "-pix_fmt:v:0", "yuv420p");
        };
    }

    private static long bitRate(Film film, long total, String encoder) {
        double known = film.bitRate() > 0 ? film.bitRate() : total;
        double rate = known > 0 ? known * MORE : BITS_PER_PIXEL * film.width() * film.height() * frameRate(film);
        boolean older = encoder.endsWith("264") && film.codec().matches("hevc|vp9|av1");
        return Math.clamp(Math.round(older ? rate * OLDER_CODING : rate), LEAST_RATE, MOST_RATE);
    }

    /// A key frame at least every two seconds, so that players can jump.
    private static int keyEvery(Film film) {
        return Math.clamp(Math.round(2 * frameRate(film)), 10, 240);
    }

    private static double frameRate(Film film) {
        return film.rate()
                .map(rate -> rate.split("/", 2))
                .map(parts -> Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]))
                .orElse(USUAL_FRAME_RATE);
    }
}
