package io.mingshi.labels.media;

import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.media.Streams.Film;
import io.mingshi.labels.media.movie.MovieTags;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import io.mingshi.labels.watermark.FrameFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/// Makes films show that they are generated: the mark in a corner from the first frame on (GB 45438-2025 clause 5.4).
///
/// Sound, subtitles, chapters, tags and attachments are copied as they are; data tracks such as time codes and
/// positions are left out. The picture keeps its size and the time of each frame, and its coding where this system has
/// an encoder for it. Films that ordinary encoders would spoil are refused: high dynamic range, transparency, fields.
public final class FilmEditor {
    /// The standard wants two seconds at normal speed; the half second more is for players that start late.
    static final double SHOWN_SECONDS = 2.5;

    private final Supplier<FfmpegProgram> program;

    /// @param program finds ffmpeg when a film comes, for example [FfmpegProgram#find()]
    public FilmEditor(Supplier<FfmpegProgram> program) {
        this.program = program;
    }

    /// The film with its mark and, if there is a filter, with every frame changed by it beneath the mark.
    ///
    /// A film that shows the mark already is given back as it is, unless there is more to do.
    ///
    /// @throws LabelException UNSUPPORTED, MALFORMED or ILLEGIBLE for a film that cannot be labelled; TOOL_MISSING
    ///     or TOOL_FAILED from the program
    public Source edit(
            MediaType type, Source file, ExplicitPolicy policy, Optional<FrameFilter> watermark, Workspace workspace)
            throws IOException {
        requireFilm(type);
        if (policy.none() && watermark.isEmpty()) {
            return file;
        }
        FfmpegProgram ffmpeg = program.get();
        Path original = workspace.written(file, type.ending());
        Streams streams = ffmpeg.probe(type, original);
        Film film = editable(streams.film());
        if (watermark.isEmpty() && !policy.wholeFilm() && isMarked(ffmpeg, type, original, streams)) {
            return file;
        }
        if (watermark.isEmpty() && !policy.wholeFilm()) {
            FilmMark mark = FilmMark.required(film, policy.corner());
            Optional<Source> quick = new FilmBeginning(ffmpeg, type, original, file, streams, mark).marked(workspace);
            if (quick.isPresent()) {
                return quick.get();
            }
        }
        return whole(ffmpeg, type, original, streams, policy, watermark, workspace);
    }

    private static Source whole(
            FfmpegProgram ffmpeg,
            MediaType type,
            Path original,
            Streams streams,
            ExplicitPolicy policy,
            Optional<FrameFilter> watermark,
            Workspace workspace)
            throws IOException {
        Optional<FilmEncoding.Mark> mark = policy.none()
                ? Optional.empty()
                : Optional.of(picture(FilmMark.required(streams.film(), policy.corner()), workspace));
        Optional<Double> seconds = policy.wholeFilm() ? Optional.empty() : Optional.of(SHOWN_SECONDS);
        FilmEncoding encoding = new FilmEncoding(ffmpeg, type, original, streams, mark, seconds);
        Path made = workspace.newFile(type.ending());
        if (watermark.isPresent()) {
            encoding.write(made, watermark.get());
        } else {
            encoding.write(made);
        }
        Source encoded = workspace.open(FfmpegProgram.written(made));
        return type == MediaType.MP4 || type == MediaType.MOV
                ? MovieTags.copied(workspace.open(original), encoded)
                : encoded;
    }

    private static boolean isMarked(FfmpegProgram ffmpeg, MediaType type, Path file, Streams streams)
            throws IOException {
        return new FilmReading(ffmpeg, type, file, streams).perceive() instanceof Perceived.Found;
    }

    private static FilmEncoding.Mark picture(FilmMark mark, Workspace workspace) throws IOException {
        Path file = workspace.newFile("png");
        ImageIO.write(mark.overlay(), "png", file.toFile());
        return new FilmEncoding.Mark(file, mark.stored());
    }

    private static Film editable(Film film) {
        if (film.highDynamicRange()) {
            throw UNSUPPORTED.with(
                    "films of high dynamic range are not labelled here; convert them to an ordinary one");
        }
        if (film.alpha()) {
            throw UNSUPPORTED.with("films with transparency are not labelled here; the mark could not be told from"
                    + " what is shown behind them");
        }
        if (film.interlaced()) {
            throw UNSUPPORTED.with("films of two fields a frame are not labelled here; convert them to whole frames");
        }
        return film;
    }

    private static void requireFilm(MediaType type) {
        if (type.kind() != MediaType.Kind.VIDEO || type == MediaType.FLV || type == MediaType.AVI) {
            throw UNSUPPORTED.with("only MP4, MOV, MKV and WebM films are labelled here, and not " + type);
        }
    }

    /// Whether every frame of the first two seconds shows the mark, high enough for the picture as it is seen.
    public Perceived perceive(MediaType type, Source file, Workspace workspace) throws IOException {
        requireFilm(type);
        FfmpegProgram ffmpeg = program.get().reading();
        Path path = workspace.written(file, type.ending());
        return new FilmReading(ffmpeg, type, path, ffmpeg.probe(type, path)).perceive();
    }

    /// Who looks at frames.
    @FunctionalInterface
    public interface FrameSink {
        /// Looks at one frame.
        ///
        /// @param luma 8 bits per pixel, row by row without padding; used again for the next frame
        /// @param index of the frame, from 0
        /// @return whether to go on
        boolean take(byte[] luma, int width, int height, long index);
    }

    /// Shows the frames of the first seconds, of 60 frames each at most.
    public void frames(MediaType type, Source file, int mostSeconds, Workspace workspace, FrameSink sink)
            throws IOException {
        FfmpegProgram ffmpeg = program.get().reading();
        Path path = workspace.written(file, type.ending());
        new FilmReading(ffmpeg, type, path, ffmpeg.probe(type, path)).frames(mostSeconds, sink);
    }
}
