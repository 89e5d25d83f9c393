package io.mingshi.screening.media;

import io.mingshi.labels.MediaType;
import io.mingshi.labels.media.FfmpegProgram;
import io.mingshi.labels.media.Streams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A sound or a film as a file in a folder of its own, from which ffmpeg takes what is looked at; the folder goes when
/// it is closed.
///
/// Each throws [io.mingshi.labels.LabelException] where ffmpeg cannot read it.
final class OpenedFile implements AutoCloseable {
    private static final int LONGEST_SIDE = 960;

    /// Frames that rounding may add to as many as were asked for.
    private static final int ROUNDED = 2;

    private final FfmpegProgram ffmpeg;
    private final MediaType type;
    private final Path folder;
    private final Path file;

    private OpenedFile(FfmpegProgram ffmpeg, MediaType type, Path folder, Path file) {
        this.ffmpeg = ffmpeg;
        this.type = type;
        this.folder = folder;
        this.file = file;
    }

    static OpenedFile of(MediaType type, byte[] bytes) throws IOException {
        FfmpegProgram ffmpeg = FfmpegProgram.find().reading();
        Path folder = Files.createTempDirectory("mingshi-screening-");
        Path file = folder.resolve("media");
        try {
            return new OpenedFile(ffmpeg, type, folder, Files.write(file, bytes));
        } catch (IOException full) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
            throw full;
        }
    }

    Streams streams() {
        return ffmpeg.probe(type, file);
    }

    boolean hasSound() {
        return streams().all().stream().anyMatch(Streams.Sound.class::isInstance);
    }

    /// How long it is, as it says itself; 0 where it does not.
    double seconds() {
        return streams().duration();
    }

    /// At even distances over the whole length.
    ///
    /// @param most how many, but for those that rounding adds
    /// @throws UnscreenableException when it goes on where by its own words it is over
    List<Picture> frames(int most) throws IOException {
        double seconds = seconds();
        double perSecond = seconds > 0 ? Math.min(most / seconds, most) : 1;
        List<String> arguments = new ArrayList<>(FfmpegProgram.film(type, file));
        arguments.addAll(List.of(
                "-an",
                "-vf",
                String.format(
                        Locale.ROOT, "fps=%.6f:start_time=0:round=up,scale='min(%d,iw)':-2", perSecond, LONGEST_SIDE),
                "-frames:v",
                Integer.toString(most + ROUNDED + 1),
                "-f",
                "image2",
                folder.resolve("frame-%05d.png").toString()));
        ffmpeg.run(arguments);
        List<Picture> pictures = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path frame : files.filter(path -> path.toString().endsWith(".png"))
                    .sorted()
                    .toList()) {
                pictures.add(Picture.of(MediaType.PNG, Files.readAllBytes(frame)));
            }
        }
        if (pictures.size() > most + ROUNDED) {
            throw UnscreenableException.content("the film is longer than it says, or than can be looked at", null);
        }
        if (pictures.isEmpty()) {
            throw UnscreenableException.content("the film shows no picture", null);
        }
        return pictures;
    }

    /// Its sound as a WAV file of one channel with samples of 16 bits.
    ///
    /// @param rate samples a second
    /// @param options that say how much of it is wanted
    Path sound(int rate, String... options) {
        Path wav = folder.resolve("sound.wav");
        List<String> arguments = new ArrayList<>(FfmpegProgram.film(type, file));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("-vn", "-ac", "1", "-ar", Integer.toString(rate)));
        arguments.addAll(List.of(
                "-map_metadata", "-1", "-c:a", "pcm_s16le", "-fflags", "+bitexact", "-f", "wav", wav.toString()));
        ffmpeg.run(arguments);
        return wav;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException("a file of the work could not be removed", e);
                }
            });
        }
    }
}
