package io.mingshi.screening.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VoiceDetectorTest {
    private static final int RATE = 16_000;
    private static final int SECONDS = 4;

    /// A pulse train that glides like a voice and comes in three syllables a second.
    @Test
    void whatGlidesInSyllablesIsAVoice() {
        assertThat(VoiceDetector.hears(sung(true, true), RATE)).isTrue();
    }

    @Test
    void aToneThatStandsStillIsNoVoice() {
        assertThat(VoiceDetector.hears(sung(false, true), RATE)).isFalse();
    }

    @Test
    void aSirenWithoutSyllablesIsNoVoice() {
        assertThat(VoiceDetector.hears(sung(true, false), RATE)).isFalse();
    }

    @Test
    void noiseAndSilenceAreNoVoice() {
        var random = new Random(1);
        float[] noise = new float[RATE * SECONDS];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (random.nextGaussian() / 4);
        }
        assertThat(VoiceDetector.hears(noise, RATE)).isFalse();
        assertThat(VoiceDetector.hears(new float[RATE * SECONDS], RATE)).isFalse();
        assertThat(VoiceDetector.hears(new float[0], RATE)).isFalse();
    }

    @Test
    void tooFewSamplesASecondAreRefused() {
        assertThatThrownBy(() -> VoiceDetector.hears(new float[10], 4_000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSoundThatIsTooShortForOneFrameHasNoVoice() {
        for (int length = 0; length <= 500; length++) {
            assertThat(VoiceDetector.hears(new float[length], 8_000)).isFalse();
        }
    }

    @Property(tries = 200)
    void anySamplesAreAnswered(@ForAll @Size(max = 3_000) float[] samples) {
        var traits = VoiceDetector.traits(samples, 8_000);
        assertThat(traits.voiced()).isBetween(0.0, 1.0);
        assertThat(traits.gliding()).isBetween(0.0, 1.0);
    }

    private static float[] sung(boolean gliding, boolean syllables) {
        float[] samples = new float[RATE * SECONDS];
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            double time = (double) i / RATE;
            double pitch = gliding ? 150 + 40 * Math.sin(2 * Math.PI * 1.1 * time) : 150;
            phase += pitch / RATE;
            double pulse = Math.exp(-12 * (phase % 1)) - 0.08;
            boolean silent = syllables && time * 3 % 1 > 0.7;
            samples[i] = silent ? 0 : (float) pulse;
        }
        return samples;
    }
}
