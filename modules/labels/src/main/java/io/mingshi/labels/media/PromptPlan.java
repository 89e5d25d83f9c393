package io.mingshi.labels.media;

import io.mingshi.labels.ExplicitPolicy.Place;
import io.mingshi.labels.audio.Mono;
import io.mingshi.labels.audio.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which samples are put in before which frames of a sound.
///
/// @param entries in the order of their frames
/// @param channels of the sound
record PromptPlan(List<Entry> entries, int channels) {
    /// Silence that sets the prompt apart from the sound.
    private static final double SILENCE_SECONDS = 0.5;

    /// Silence behind a prompt at the end, of which players may swallow some.
    private static final double END_SECONDS = 0.2;

    /// Samples to put in.
    ///
    /// @param before this frame of the sound
    /// @param samples of one channel
    /// @param lead frames of silence before them
    /// @param rest frames of silence behind them
    record Entry(long before, Prompted samples, int lead, int rest) {
        float[] interleaved(int channels) {
            return Mono.spread(samples.mono(), channels, lead, rest);
        }

        long frames() {
            return (long) lead + samples.mono().length + rest;
        }
    }

    /// The samples of a prompt as they fit the sound.
    static final class Prompted {
        private final float[] mono;

        Prompted(float[] mono) {
            this.mono = mono;
        }

        float[] mono() {
            return mono;
        }
    }

    PromptPlan {
        entries = List.copyOf(entries);
    }

    /// The prompt at each of these places where it is not heard already; in the middle it always is put in.
    static PromptPlan of(Set<Place> places, Prompt prompt, SoundSurvey survey, int channels, int rate) {
        Prompted samples = new Prompted(prompt.samples(rate, survey.loudness()));
        int silence = (int) (SILENCE_SECONDS * rate);
        List<Entry> entries = new ArrayList<>();
        if (places.contains(Place.START) && !prompt.isIn(survey.head(), rate)) {
            entries.add(new Entry(0, samples, 0, silence));
        }
        if (places.contains(Place.MIDDLE)) {
            entries.add(new Entry(survey.middle(), samples, silence, silence));
        }
        if (places.contains(Place.END) && !prompt.isIn(survey.tail(), rate)) {
            entries.add(new Entry(survey.frames(), samples, silence, (int) (END_SECONDS * rate)));
        }
        return new PromptPlan(entries, channels);
    }

    /// How long the sound begins later than before.
    double delay(int rate) {
        return entries.stream()
                .filter(entry -> entry.before == 0)
                .mapToDouble(entry -> (double) entry.frames() / rate)
                .sum();
    }
}
