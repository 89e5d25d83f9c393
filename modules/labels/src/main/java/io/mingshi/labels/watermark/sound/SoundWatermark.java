package io.mingshi.labels.watermark.sound;

import static io.mingshi.labels.LabelException.Code.NO_ROOM_FOR_WATERMARK;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.watermark.SoundFilter;
import io.mingshi.labels.watermark.WatermarkKey;
import io.mingshi.labels.watermark.code.SealedId;
import java.util.Arrays;
import java.util.OptionalLong;

/// A number hidden in sound, found in any ten seconds of speech or music without the original.
///
/// It makes pieces of the spectrum a little louder or softer, by a part that a model of hearing calls inaudible, and
/// survives lossy coding, resampling, changes of volume and of tempo by 5 % with or without pitch. Silence carries
/// nothing. What was measured is in docs/labels/watermark-sound.md.
///
/// The number is authentic or there is none: at most [#ATTEMPTS] codes of 40 tag bits are decoded, so that sound
/// without a mark of this key passes for marked with a probability of at most 200 / 2^40 = 1.8e-10.
public final class SoundWatermark {
    /// How many times at most [#detect] decodes: 16 + 32 + 2 x 15 x 4 = 168, rounded up.
    static final int ATTEMPTS = 200;

    private static final int LOWEST_RATE = 8_000;
    private static final int HIGHEST_RATE = 192_000;

    /// Sound of which less is read holds too few cells for a number.
    private static final int SHORTEST_SECONDS = 2;

    /// Of longer sound, the start is read.
    private static final int LONGEST_SECONDS = 60;

    /// Changes of tempo and speed are looked for in so many of the loudest seconds.
    private static final int SEARCHED_SECONDS = 16;

    private static final double TEMPO_CHANGE = 0.06;
    private static final double SPEED_STEP = 0.004;
    private static final int SPEED_STEPS = 15;
    private static final int SPEED_ATTEMPTS = 4;

    private SoundWatermark() {}

    /// Marks sound as it passes by, at any rate from 8 to 192 kHz.
    ///
    /// @throws LabelException NO_ROOM_FOR_WATERMARK at other rates
    public static SoundFilter embedder(WatermarkKey key, long id, int channels, int rate) {
        if (!isCovered(rate)) {
            throw NO_ROOM_FOR_WATERMARK.with("sound of " + rate
                    + " samples a second cannot hold a watermark: give one of " + LOWEST_RATE + " to " + HIGHEST_RATE);
        }
        if (channels < 1) {
            throw new IllegalArgumentException("sound has at least one channel, not " + channels);
        }
        return new SoundMarker(new Placement(key).directions(new SealedId(key).encode(id)), channels, rate);
    }

    /// The number in a sound, if one was hidden with this key; none at rates that [#embedder] refuses.
    ///
    /// @param mono the mean of the channels, -1 to 1, from any point on; at most the first minute is read
    public static OptionalLong detect(float[] mono, int rate, WatermarkKey key) {
        if (!isCovered(rate) || mono.length < SHORTEST_SECONDS * rate) {
            return OptionalLong.empty();
        }
        float[] sound = finite(mono, Math.min(mono.length, LONGEST_SECONDS * rate));
        Placement placement = new Placement(key);
        SealedId seal = new SealedId(key);
        float[] whole = Resampler.whole(sound, (double) rate / Layout.RATE);
        OptionalLong found = new Search(placement, seal, Spectrogram.evidence(whole)).read(0, 16);
        if (found.isPresent()) {
            return found;
        }
        float[] loudest = loudest(whole, SEARCHED_SECONDS * Layout.RATE);
        found = new Search(placement, seal, Spectrogram.evidence(loudest)).read(TEMPO_CHANGE, 32);
        for (int step = 1; step <= SPEED_STEPS && found.isEmpty(); step++) {
            found = atSpeed(1 + step * SPEED_STEP, loudest, placement, seal);
            if (found.isEmpty()) {
                found = atSpeed(1 - step * SPEED_STEP, loudest, placement, seal);
            }
        }
        return found;
    }

    private static OptionalLong atSpeed(double speed, float[] sound, Placement placement, SealedId seal) {
        float[] resampled = Resampler.whole(sound, 1 / speed);
        return new Search(placement, seal, Spectrogram.evidence(resampled)).read(SPEED_STEP * 0.6, SPEED_ATTEMPTS);
    }

    private static boolean isCovered(int rate) {
        return rate >= LOWEST_RATE && rate <= HIGHEST_RATE;
    }

    private static float[] finite(float[] sound, int length) {
        float[] finite = Arrays.copyOf(sound, length);
        for (int i = 0; i < length; i++) {
            if (!Float.isFinite(finite[i])) {
                finite[i] = 0;
            }
        }
        return finite;
    }

    private static float[] loudest(float[] sound, int length) {
        if (sound.length <= length) {
            return sound;
        }
        int best = 0;
        double most = -1;
        for (int from = 0; from + length <= sound.length; from += Layout.RATE) {
            double loudness = 0;
            for (int i = from; i < from + length; i++) {
                loudness += Math.abs(sound[i]);
            }
            if (loudness > most) {
                most = loudness;
                best = from;
            }
        }
        return Arrays.copyOfRange(sound, best, best + length);
    }
}
