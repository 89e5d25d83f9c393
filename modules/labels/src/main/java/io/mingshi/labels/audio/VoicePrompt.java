package io.mingshi.labels.audio;

import static io.mingshi.labels.LabelException.Code.ILLEGIBLE;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.ExplicitWording;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/// A recording of a spoken notice, in the place of the rhythm (GB 45438-2025 clause 5.3).
///
/// What it says is not recognised here: the operator declares it and answers for it.
public final class VoicePrompt implements Prompt {
    /// Normal speed of Chinese speech in characters per minute (clause 5.3 note 4).
    private static final int SLOWEST = 120;

    private static final int FASTEST = 160;

    /// A notice takes two or three seconds.
    private static final int LONGEST_SECONDS = 30;

    /// Below this the recording counts as silent, -40 dB under its loudest moment.
    private static final double SILENT = 0.01;

    /// Frames per second at which it is looked for; speech is known by what lies below half of that.
    private static final int SEARCH_RATE = 4_000;

    /// How alike recording and sound must be, from 0 to 1; another voice with the same words stays below 0.3.
    private static final double LEAST_LIKENESS = 0.5;

    /// How much louder or softer it is made to fit, as a factor.
    private static final double MOST_GAIN = 4;

    private static final double MOST_PEAK = 0.9;

    private final float[] speech;
    private final int rate;

    private VoicePrompt(float[] speech, int rate) {
        this.speech = speech;
        this.rate = rate;
    }

    /// The recording, whose words the operator has checked.
    ///
    /// @param wav a WAV file of at most 30 seconds
    public static VoicePrompt of(Path wav) throws IOException {
        try (FileChannel channel = FileChannel.open(wav)) {
            return of(Source.of(channel));
        }
    }

    /// The recording in this WAV file.
    public static VoicePrompt of(Source wav) throws IOException {
        WavLayout layout = WavLayout.of(wav);
        if (layout.frames() > (long) LONGEST_SECONDS * layout.rate()) {
            throw TOO_LARGE.with("a voice prompt has at most " + LONGEST_SECONDS + " seconds");
        }
        float[] mono = Mono.of(layout.read(0, (int) layout.frames()), layout.channels());
        return new VoicePrompt(sounding(mono), layout.rate());
    }

    /// The recording, if it is a lawful notice as declared: its words hold both elements and fit its length at normal
    /// speed.
    ///
    /// @param words that it says
    /// @throws LabelException ILLEGIBLE if words or speed do not conform
    public static VoicePrompt of(String words, Source wav) throws IOException {
        if (!ExplicitWording.conforms(words)) {
            throw ILLEGIBLE.with("the words of a voice prompt need 人工智能 or AI together with 生成 or 合成");
        }
        VoicePrompt prompt = of(wav);
        double minutes = prompt.speech.length / (60.0 * prompt.rate);
        double slowReading = characters(words, 1) / minutes;
        double fastReading = characters(words, 2) / minutes;
        if (fastReading < SLOWEST || slowReading > FASTEST) {
            throw ILLEGIBLE.with("the voice prompt says about " + Math.round(slowReading)
                    + " characters a minute; normal speed is " + SLOWEST + " to " + FASTEST);
        }
        return prompt;
    }

    /// Whether these words, spoken in this time, are a lawful notice at normal speed.
    ///
    /// @param each how many characters the word AI counts as: it is spoken as one or as two
    private static double characters(String words, int each) {
        long han = words.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        long latin = words.split("[A-Za-z]+", -1).length - 1L;
        long digits = words.chars().filter(Character::isDigit).count();
        return han + digits + (double) latin * each;
    }

    /// Without the silence at both ends.
    private static float[] sounding(float[] mono) {
        double peak = Mono.peak(mono);
        int from = 0;
        int to = mono.length;
        while (from < to && Math.abs(mono[from]) <= SILENT * peak) {
            from++;
        }
        while (to > from && Math.abs(mono[to - 1]) <= SILENT * peak) {
            to--;
        }
        if (from == to) {
            throw ILLEGIBLE.with("the voice prompt is silent");
        }
        return Arrays.copyOfRange(mono, from, to);
    }

    @Override
    public float[] samples(int rate, double loudness) {
        float[] fitting = Mono.resampled(speech, this.rate, rate);
        double gain = loudness > 0 ? Math.clamp(loudness / Mono.loudness(fitting), 1 / MOST_GAIN, MOST_GAIN) : 1;
        double most = MOST_PEAK / Mono.peak(fitting);
        return Mono.scaled(fitting, Math.min(gain, most));
    }

    /// Slides the recording along the sound and takes the best correlation.
    @Override
    public boolean isIn(float[] mono, int rate) {
        float[] sound = Mono.resampled(mono, rate, SEARCH_RATE);
        float[] wanted = Mono.resampled(speech, this.rate, SEARCH_RATE);
        return new Likeness(wanted).bestIn(sound) >= LEAST_LIKENESS;
    }

    @Override
    public String words() {
        return "the voice prompt";
    }
}
