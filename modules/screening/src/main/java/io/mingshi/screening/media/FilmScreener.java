package io.mingshi.screening.media;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.media.FfmpegProgram;
import io.mingshi.labels.media.Streams;
import io.mingshi.screening.media.Signal.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides on a film by frames taken at even distances and by what is said in it.
///
/// A film is allowed only where its frames are, and its sound too when it has any.
///
/// @param sound empty where nothing is transcribed: a film with sound then has no verdict that allows
/// @param frames how many are looked at
public record FilmScreener(PictureScreener pictures, Optional<SoundScreener> sound, int frames) {
    private static final int LONGEST_SIDE = 960;
    private static final int SPEECH_RATE = 16_000;

    /// @throws UnscreenableException when the film cannot be decoded, or a check cannot look
    public MediaVerdict screen(MediaType type, byte[] film) {
        try {
            Path folder = Files.createTempDirectory("mingshi-screening-");
            try {
                Path file = Files.write(folder.resolve("film"), film);
                return screen(type, file, folder);
            } finally {
                remove(folder);
            }
        } catch (LabelException e) {
            throw UnscreenableException.content(e.sentence(), e);
        } catch (IOException e) {
            throw UnscreenableException.check("the film cannot be unpacked", e);
        }
    }

    private MediaVerdict screen(MediaType type, Path file, Path folder) throws IOException {
        FfmpegProgram ffmpeg = FfmpegProgram.find().reading();
        Streams streams = ffmpeg.probe(type, file);
        List<MediaVerdict> verdicts = new ArrayList<>();
        for (Picture frame : frames(ffmpeg, type, file, folder, streams.duration())) {
            verdicts.add(pictures.screen(frame));
        }
        if (verdicts.isEmpty()) {
            throw UnscreenableException.content("the film shows no picture", null);
        }
        if (streams.all().stream().anyMatch(Streams.Sound.class::isInstance)) {
            verdicts.add(sound(ffmpeg, type, file, folder));
        }
        return together(verdicts);
    }

    private List<Picture> frames(FfmpegProgram ffmpeg, MediaType type, Path file, Path folder, double seconds)
            throws IOException {
        double perSecond = seconds > 0 ? Math.min(frames / seconds, frames) : 1;
        List<String> arguments = new ArrayList<>(FfmpegProgram.film(type, file));
        arguments.addAll(List.of(
                "-an",
                "-vf",
                String.format(
                        Locale.ROOT, "fps=%.6f:start_time=0:round=up,scale='min(%d,iw)':-2", perSecond, LONGEST_SIDE),
                "-frames:v",
                Integer.toString(frames),
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
        return pictures;
    }

    private MediaVerdict sound(FfmpegProgram ffmpeg, MediaType type, Path file, Path folder) throws IOException {
        if (sound.isEmpty()) {
            return new MediaVerdict.Undecided();
        }
        Path wav = folder.resolve("sound.wav");
        List<String> arguments = new ArrayList<>(FfmpegProgram.film(type, file));
        arguments.addAll(List.of("-vn", "-ac", "1", "-ar", Integer.toString(SPEECH_RATE)));
        arguments.addAll(List.of("-c:a", "pcm_s16le", "-f", "wav", wav.toString()));
        ffmpeg.run(arguments);
        if (Files.size(wav) > sound.get().mostBytes()) {
            throw UnscreenableException.content("the film's sound is longer than what is screened", null);
        }
        return sound.get().screen(Files.readAllBytes(wav), "sound.wav");
    }

    /// The strictest of them; one part without a verdict leaves the whole without.
    static MediaVerdict together(List<MediaVerdict> verdicts) {
        List<Signal> signals = verdicts.stream()
                .flatMap(verdict -> switch (verdict) {
                    case MediaVerdict.Block block -> Stream.of(block.because());
                    case MediaVerdict.Review review -> Stream.of(review.because());
                    case MediaVerdict.Allow _, MediaVerdict.Undecided _ -> Stream.<Signal>empty();
                })
                .filter(signal -> signal.level() != Level.NOTE)
                .toList();
        boolean undecided = verdicts.stream().anyMatch(MediaVerdict.Undecided.class::isInstance);
        List<String> able = verdicts.stream()
                .flatMap(verdict ->
                        verdict instanceof MediaVerdict.Allow allow ? allow.by().stream() : Stream.<String>empty())
                .distinct()
                .toList();
        return MediaVerdict.of(signals, undecided ? List.of() : able);
    }

    private static void remove(Path folder) throws IOException {
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
