package io.mingshi.labels.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.Requirement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("GB-5.3a")
class RhythmTest {
    private static final PcmFormat FORMAT = new PcmFormat(1, 16_000, 16);

    /// Tones and pauses alternately, in milliseconds.
    private static byte[] sound(double pitch, int... millis) {
        int frames = 0;
        for (int length : millis) {
            frames += length * 16;
        }
        byte[] data = new byte[frames * 2];
        int at = 0;
        for (int i = 0; i < millis.length; i++) {
            for (int frame = 0; frame < millis[i] * 16; frame++) {
                FORMAT.put(data, at + frame, i % 2 == 0 ? 0.4 * Math.sin(2 * Math.PI * pitch * frame / 16_000) : 0);
            }
            at += millis[i] * 16;
        }
        return data;
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 150})
    void shortLongShortShortIsFoundAtAnyTempo(int unit) {
        for (double pitch : new double[] {400, 600, 800, 1500}) {
            byte[] prompt = sound(pitch, unit, unit, 3 * unit, 3 * unit, unit, unit, unit, 5 * unit);
            assertThat(RhythmDetector.find(FORMAT, prompt)).isTrue();
        }
    }

    @Test
    void anyOtherRhythmIsNot() {
        assertThat(RhythmDetector.find(FORMAT, sound(800, 300, 100, 100, 300, 100, 100, 100, 500)))
                .isFalse();
        assertThat(RhythmDetector.find(FORMAT, sound(800, 100, 100, 100, 300, 100, 100, 100, 500)))
                .isFalse();
        assertThat(RhythmDetector.find(FORMAT, sound(800, 100, 100, 300, 300, 100, 100, 300, 500)))
                .isFalse();
        assertThat(RhythmDetector.find(FORMAT, sound(800, 100, 100, 300, 100, 100, 100, 100, 500)))
                .isFalse();
        assertThat(RhythmDetector.find(FORMAT, sound(800, 100, 100, 300, 300, 100, 100, 100, 100, 100, 500)))
                .isFalse();
        assertThat(RhythmDetector.find(FORMAT, sound(800, 1000))).isFalse();
        assertThat(RhythmDetector.find(FORMAT, new byte[0])).isFalse();
    }

    @Test
    void noiseInTheSameRhythmIsNot() {
        byte[] noise = sound(800, 100, 100, 300, 300, 100, 100, 100, 500);
        Random random = new Random(7);
        for (int frame = 0; frame < noise.length / 2; frame++) {
            if (noise[2 * frame] != 0 || noise[2 * frame + 1] != 0) {
                FORMAT.put(noise, frame, random.nextDouble() - 0.5);
            }
        }
        assertThat(RhythmDetector.find(FORMAT, noise)).isFalse();
    }

    @Test
    void thePromptIsFoundAtTheEndOfALongSound() {
        byte[] speech = sound(200, 12_000, 700);
        byte[] prompt = sound(800, 100, 100, 300, 300, 100, 100, 100, 500);
        byte[] whole = new byte[speech.length + prompt.length];
        System.arraycopy(speech, 0, whole, 0, speech.length);
        System.arraycopy(prompt, 0, whole, speech.length, prompt.length);
        assertThat(RhythmDetector.find(FORMAT, whole)).isTrue();
        assertThat(RhythmDetector.atStart(FORMAT, whole)).isFalse();
    }
}
