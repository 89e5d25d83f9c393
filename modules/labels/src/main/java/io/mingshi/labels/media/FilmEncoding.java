package io.mingshi.labels.media;

import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.container.image.PixelBudget;
import io.mingshi.labels.media.Streams.Film;
import io.mingshi.labels.media.Streams.Other;
import io.mingshi.labels.media.Streams.Stream;
import io.mingshi.labels.watermark.FrameFilter;
import java.awt.Rectangle;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One film encoded anew with a mark over its frames; everything that is not its moving pictures is copied as it is.
///
/// @param type of the file, before and after
/// @param original the file
/// @param streams what is in it
/// @param mark the picture that is laid over, and where; absent if there is to be none
/// @param seconds how long the mark is seen; empty for the whole film
record FilmEncoding(
        FfmpegProgram program,
        MediaType type,
        Path original,
        Streams streams,
        Optional<Mark> mark,
        Optional<Double> seconds) {

    private static final int PIPE_BUFFER = 1 << 16;

    /// A picture file and where it goes in the upright frame.
    record Mark(Path picture, Rectangle at) {}

    /// Writes the film in one run of the program.
    void write(Path made) {
        List<String> arguments = new ArrayList<>(FfmpegProgram.film(type, original));
        mark.ifPresent(picture -> arguments.addAll(picture(picture)));
        arguments.addAll(filtered("[0:" + film().index() + "]", 1, film().overlayForm(), Optional.empty()));
        arguments.addAll(rest(0));
        arguments.addAll(outputTo(made));
        program.run(arguments);
    }

    /// Writes the film with its frames changed on the way, which come and go through pipes.
    void write(Path made, FrameFilter filter) throws IOException {
        try (ChildProgram decoder = program.start(decoding(), false);
                ChildProgram encoder = program.start(encoding(made), true)) {
            pass(decoder, encoder, filter);
            decoder.end();
            encoder.drain();
        }
    }

    private void pass(ChildProgram decoder, ChildProgram encoder, FrameFilter filter) {
        Film film = film();
        int width = film.turned() ? film.height() : film.width();
        int height = film.turned() ? film.width() : film.height();
        PixelBudget.STANDARD.requireFrame(new Size(width, height));
        BufferedInputStream in = new BufferedInputStream(decoder.output(), PIPE_BUFFER);
        try (OutputStream out = new BufferedOutputStream(encoder.input(), PIPE_BUFFER)) {
            new FrameStream(in, out, width, height, filter).pass();
        } catch (IOException e) {
            throw ChildProgram.broken(e, List.of(decoder, encoder));
        }
    }

    private Film film() {
        return streams.film();
    }

    private List<String> decoding() {
        List<String> arguments = new ArrayList<>(FfmpegProgram.film(type, original));
        arguments.addAll(List.of("-map", "0:" + film().index(), "-c:v", "rawvideo", "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of("-fps_mode", "passthrough", "-f", "matroska", "pipe:1"));
        return arguments;
    }

    private List<String> encoding(Path made) {
        List<String> arguments = new ArrayList<>(List.of("-itsoffset", Double.toString(delay())));
        arguments.addAll(List.of("-f", "matroska", "-i", "pipe:0"));
        arguments.addAll(FfmpegProgram.input(type, original));
        mark.ifPresent(picture -> arguments.addAll(picture(picture)));
        arguments.addAll(filtered("[0:v]", 2, "yuv420", film().rate()));
        arguments.addAll(rest(1));
        arguments.addAll(outputTo(made));
        return arguments;
    }

    private static List<String> picture(Mark mark) {
        return List.of("-f", "png_pipe", "-i", "file:" + mark.picture);
    }

    /// How much later than the file the film begins.
    private double delay() {
        return Math.max(0, film().start() - streams.start());
    }

    /// @param form the layout of pixels in which the mark is laid over
    /// @param even the frame rate, where times that went through whole milliseconds are to be made even again
    private List<String> filtered(String in, int picture, String form, Optional<String> even) {
        String frames = in + even.map(rate -> "fps=" + rate + ":round=near").orElse("null");
        String overlay = mark.map(shown -> "[frames];[frames][" + picture + ":v]overlay=x=" + shown.at.x + ":y="
                        + shown.at.y + ":format=" + form + interval())
                .orElse("");
        return List.of("-filter_complex", frames + overlay + "[film]", "-map", "[film]");
    }

    private String interval() {
        return seconds.map(shown -> String.format(Locale.ROOT, ":enable='lte(t,%.6f)'", delay() + shown))
                .orElse("");
    }

    /// Everything else of the file, which is copied. Once the tags of one stream are named, those of all must be.
    private List<String> rest(int file) {
        List<Stream> kept =
                new ArrayList<>(streams.films().stream().filter(Film::attached).toList());
        int covers = kept.size();
        kept.addAll(streams.sounds());
        streams.all().stream().filter(FilmEncoding::isKept).forEach(kept::add);
        List<String> arguments = new ArrayList<>(List.of("-map_metadata", Integer.toString(file)));
        arguments.addAll(List.of("-map_chapters", Integer.toString(file), "-c", "copy"));
        arguments.addAll(List.of("-map_metadata:s:0", file + ":s:" + film().index()));
        for (int i = 0; i < kept.size(); i++) {
            String from = Integer.toString(kept.get(i).index());
            arguments.addAll(List.of("-map", file + ":" + from));
            arguments.addAll(List.of("-map_metadata:s:" + (i + 1), file + ":s:" + from));
        }
        for (int i = 1; i <= covers; i++) {
            arguments.addAll(List.of("-disposition:v:" + i, "attached_pic"));
        }
        return arguments;
    }

    private static boolean isKept(Stream stream) {
        return stream instanceof Other other && other.kind().matches("subtitle|attachment");
    }

    private List<String> outputTo(Path made) {
        List<String> arguments = new ArrayList<>(
                FilmEncoder.of(type, film(), streams.bitRate(), program).arguments());
        if (type == MediaType.MP4 || type == MediaType.MOV) {
            arguments.addAll(List.of("-movflags", "+faststart", "-strict", "-2"));
            if (film().timeBase().matches("1/\\d{1,7}")) {
                arguments.addAll(
                        List.of("-video_track_timescale", film().timeBase().substring(2)));
            }
        }
        arguments.addAll(List.of("-f", FfmpegProgram.format(type), "file:" + made));
        return arguments;
    }
}
