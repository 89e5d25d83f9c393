package io.mingshi.labels.watermark.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.watermark.SoundFilter;
import io.mingshi.labels.watermark.WatermarkKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Synthesised sound only; docs/labels/watermark-sound.md has recordings and attacks.
class SoundWatermarkTest {
    private static final WatermarkKey KEY = WatermarkKey.of("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final WatermarkKey OTHER = WatermarkKey.of("fedcba9876543210".getBytes(StandardCharsets.US_ASCII));
    private static final long ID = 0xFEDC_BA98_7654_3210L;
    private static final int RATE = 16_000;
    private static final float[] SPEECH = Synthesised.speech(RATE, 10);
    private static final float[] MARKED_SPEECH = marked(SPEECH, 1, RATE);
    private static final float[] SHORT_SOUND = Arrays.copyOf(Synthesised.music(8_000, 1), 4_000);

    private static final float[] MARKED_AS_STEREO = marked(SHORT_SOUND, 2, 8_000);
    private static final float[] MARKED_AS_MONO = marked(SHORT_SOUND, 1, 8_000);

    @Test
    void theNumberIsReadFromMarkedSpeech() {
        assertThat(SoundWatermark.detect(MARKED_SPEECH, RATE, KEY)).hasValue(ID);
    }

    @Test
    void theNumberIsReadFromMarkedMusic() {
        float[] music = Synthesised.music(44_100, 10);
        assertThat(SoundWatermark.detect(marked(music, 1, 44_100), 44_100, KEY)).hasValue(ID);
    }

    @Test
    void theNumberIsReadFromThePartThatIsLeft() {
        float[] part = Arrays.copyOfRange(MARKED_SPEECH, 23_456, 23_456 + 6 * RATE);
        assertThat(SoundWatermark.detect(part, RATE, KEY)).hasValue(ID);
    }

    @Test
    void theNumberIsReadAtOtherRates() {
        for (int rate : List.of(8_000, 22_050, 192_000)) {
            float[] resampled = Resampler.whole(MARKED_SPEECH, (double) RATE / rate);
            assertThat(SoundWatermark.detect(resampled, rate, KEY))
                    .as("at " + rate)
                    .hasValue(ID);
        }
    }

    @Test
    void theNumberIsReadFromSoundThatWasMarkedAtTelephoneRate() {
        float[] telephone = Resampler.whole(SPEECH, 2);
        assertThat(SoundWatermark.detect(marked(telephone, 1, 8_000), 8_000, KEY))
                .hasValue(ID);
    }

    @Test
    void theNumberIsReadFromFasterAndSlowerSound() {
        for (double speed : List.of(0.97, 1.03)) {
            float[] changed = Resampler.whole(Arrays.copyOf(MARKED_SPEECH, 5 * RATE), speed);
            assertThat(SoundWatermark.detect(changed, RATE, KEY))
                    .as("speed " + speed)
                    .hasValue(ID);
        }
    }

    @Test
    void theNumberIsReadFromTheSumOfTheChannels() {
        float[] stereo = new float[2 * SPEECH.length];
        float[] music = Synthesised.music(RATE, 10);
        for (int i = 0; i < SPEECH.length; i++) {
            stereo[2 * i] = SPEECH[i];
            stereo[2 * i + 1] = music[i];
        }
        float[] marked = marked(stereo, 2, RATE);
        float[] mono = new float[SPEECH.length];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (marked[2 * i] + marked[2 * i + 1]) / 2;
        }
        assertThat(SoundWatermark.detect(mono, RATE, KEY)).hasValue(ID);
    }

    @Test
    void soundWithoutAMarkHasNoNumber() {
        assertThat(SoundWatermark.detect(Arrays.copyOf(SPEECH, 4 * RATE), RATE, KEY))
                .isEmpty();
        assertThat(SoundWatermark.detect(Synthesised.music(8_000, 2), 8_000, KEY))
                .isEmpty();
        assertThat(SoundWatermark.detect(new float[2 * RATE], RATE, KEY)).isEmpty();
    }

    @Test
    void anotherKeySeesNothing() {
        assertThat(SoundWatermark.detect(Arrays.copyOf(MARKED_SPEECH, 3 * RATE), RATE, OTHER))
                .isEmpty();
    }

    @Test
    void theMarkStaysBelowTheThresholdOfHearing() {
        assertThat(Audibility.of(SPEECH, MARKED_SPEECH, RATE).above()).isLessThan(0.03);
        float[] music = Synthesised.music(44_100, 3);
        assertThat(Audibility.of(music, marked(music, 1, 44_100), 44_100).above())
                .isLessThan(0.03);
    }

    @Test
    void silenceStaysSilence() {
        assertThat(marked(new float[2 * RATE], 2, RATE)).containsOnly(0);
    }

    @Test
    void theMarkMakesNothingClip() {
        float[] loud = new float[RATE];
        for (int i = 0; i < loud.length; i++) {
            loud[i] = (float) Math.sin(0.3 * i) * 0.5f + (i % 3 - 1) * 0.5f;
        }
        for (float sample : marked(loud, 1, RATE)) {
            assertThat(sample).isBetween(-1f, 1f);
        }
    }

    @Test
    void everyLengthIsKept() {
        for (int rate : List.of(8_000, 11_025, 44_100, 192_000)) {
            for (int frames : List.of(0, 1, 100, 3_001)) {
                assertThat(marked(new float[3 * frames], 3, rate)).hasSize(3 * frames);
            }
        }
    }

    @Property(tries = 15)
    void howTheSoundIsCutIntoBlocksChangesNothing(
            @ForAll @Size(max = 12) List<@IntRange(max = 700) Integer> blocks, @ForAll boolean stereo) {
        int channels = stereo ? 2 : 1;
        float[] whole = stereo ? MARKED_AS_STEREO : MARKED_AS_MONO;
        float[] pieces = new float[whole.length];
        SoundFilter filter = SoundWatermark.embedder(KEY, ID, channels, 8_000);
        int taken = 0;
        int given = 0;
        for (int block : blocks) {
            int to = Math.min(SHORT_SOUND.length, taken + block * channels);
            given = append(pieces, given, filter.next(Arrays.copyOfRange(SHORT_SOUND, taken, to)));
            taken = to;
        }
        given = append(pieces, given, filter.next(Arrays.copyOfRange(SHORT_SOUND, taken, SHORT_SOUND.length)));
        given = append(pieces, given, filter.end());
        assertThat(given).isEqualTo(whole.length);
        assertThat(pieces).isEqualTo(whole);
    }

    @Test
    void noMoreThanATenthOfASecondIsHeldBack() {
        for (int rate : List.of(8_000, 44_100, 192_000)) {
            float[] ready = SoundWatermark.embedder(KEY, ID, 1, rate).next(new float[rate]);
            assertThat(ready.length).isGreaterThan(rate * 9 / 10);
        }
    }

    @Test
    void samplesThatAreNoNumbersAreSilence() {
        float[] broken = SPEECH.clone();
        broken[5_000] = Float.NaN;
        broken[6_000] = Float.POSITIVE_INFINITY;
        broken[7_000] = Float.NEGATIVE_INFINITY;
        float[] marked = marked(broken, 1, RATE);
        for (float sample : marked) {
            assertThat(sample).isFinite();
        }
        marked[9_000] = Float.NaN;
        marked[9_001] = Float.POSITIVE_INFINITY;
        assertThat(SoundWatermark.detect(marked, RATE, KEY)).hasValue(ID);
    }

    @Test
    void shortSoundHasNoNumber() {
        for (int length : List.of(0, 1, 300, RATE, 2 * RATE - 1)) {
            assertThat(SoundWatermark.detect(new float[length], RATE, KEY)).isEmpty();
        }
    }

    @Test
    void whatIsNoSoundIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SoundWatermark.embedder(KEY, ID, 0, RATE));
        SoundFilter stereo = SoundWatermark.embedder(KEY, ID, 2, RATE);
        assertThatIllegalArgumentException().isThrownBy(() -> stereo.next(new float[3]));
    }

    @Test
    void soundOfUnusualRatesHoldsNoWatermark() {
        for (int rate : new int[] {1, 7_999, 192_001, 768_000}) {
            assertThatExceptionOfType(LabelException.class)
                    .isThrownBy(() -> SoundWatermark.embedder(KEY, ID, 1, rate))
                    .matches(refused -> refused.code() == LabelException.Code.NO_ROOM_FOR_WATERMARK);
            assertThat(SoundWatermark.detect(SPEECH, rate, KEY)).isEmpty();
        }
    }

    private static float[] marked(float[] sound, int channels, int rate) {
        return new Recording(sound, channels, rate)
                .filtered(SoundWatermark.embedder(KEY, ID, channels, rate))
                .samples();
    }

    private static int append(float[] all, int at, float[] next) {
        System.arraycopy(next, 0, all, at, next.length);
        return at + next.length;
    }
}
