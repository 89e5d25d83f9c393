package io.mingshi.screening.media;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.MediaType;
import io.mingshi.screening.media.Signal.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides on a film by frames taken at even distances and by what is said in it.
///
/// A film is allowed only where its frames are, and its sound too when it has any.
///
/// @param sound empty where nothing is transcribed: a film with sound then has no verdict that allows
/// @param frames how many are looked at
public record FilmScreener(PictureScreener pictures, Optional<SoundScreener> sound, int frames) {
    private static final int SPEECH_RATE = 16_000;

    /// @throws UnscreenableException when the film cannot be decoded, or a check cannot look
    public MediaVerdict screen(MediaType type, byte[] film) {
        try (OpenedFile opened = OpenedFile.of(type, film)) {
            List<MediaVerdict> verdicts = new ArrayList<>();
            for (Picture frame : opened.frames(frames)) {
                verdicts.add(pictures.screen(frame));
            }
            if (opened.hasSound()) {
                verdicts.add(sound(opened));
            }
            return together(verdicts);
        } catch (LabelException e) {
            throw UnscreenableException.content(e.sentence(), e);
        } catch (IOException e) {
            throw UnscreenableException.check("the film cannot be unpacked", e);
        }
    }

    private MediaVerdict sound(OpenedFile opened) throws IOException {
        if (sound.isEmpty()) {
            return new MediaVerdict.Undecided();
        }
        Path wav = opened.sound(SPEECH_RATE);
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
}
