package io.mingshi.labels.watermark.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.labels.watermark.WatermarkKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SealedIdTest {
    private static final WatermarkKey KEY = key("0123456789abcdef");

    private final SealedId sealed = new SealedId(KEY);

    private static WatermarkKey key(String secret) {
        return WatermarkKey.of(secret.getBytes(StandardCharsets.US_ASCII));
    }

    @Property(tries = 200)
    void anyIdComesBack(@ForAll long id) {
        assertThat(sealed.decode(sealed.encode(id))).isEqualTo(OptionalLong.of(id));
    }

    /// Every twelfth coded bit has the wrong sign.
    @Property(tries = 200)
    void anIdComesBackFromNoise(@ForAll long id, @ForAll long seed) {
        assertThat(sealed.decode(noisy(sealed.encode(id), 0.72, seed))).isEqualTo(OptionalLong.of(id));
    }

    @Property(tries = 500)
    void noiseIsNoId(@ForAll long seed) {
        float[] silence = new float[SealedId.CODED_BITS];
        assertThat(sealed.decode(noisy(silence, 1.0, seed))).isEmpty();
    }

    @Test
    void tooMuchNoiseGivesNoIdRatherThanAWrongOne() {
        int found = 0;
        for (int seed = 0; seed < 500; seed++) {
            OptionalLong id = sealed.decode(noisy(sealed.encode(seed), 2.0, seed));
            assertThat(id.orElse(seed)).isEqualTo(seed);
            found += id.isPresent() ? 1 : 0;
        }
        assertThat(found).isLessThan(250);
    }

    @Test
    void anotherKeyReadsNothing() {
        assertThat(new SealedId(key("another secret..")).decode(sealed.encode(42)))
                .isEmpty();
    }

    @Test
    void valuesThatAreNoNumbersCountAsUnknown() {
        float[] soft = sealed.encode(-1);
        for (int i = 0; i < soft.length; i += 5) {
            soft[i] = Float.NaN;
        }
        assertThat(sealed.decode(soft)).isEqualTo(OptionalLong.of(-1));
        Arrays.fill(soft, Float.POSITIVE_INFINITY);
        assertThat(sealed.decode(soft)).isEmpty();
        Arrays.fill(soft, 0);
        assertThat(sealed.decode(soft)).isEmpty();
    }

    @Test
    void anotherLengthIsRefused() {
        assertThatThrownBy(() -> sealed.decode(new float[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSequenceOfAKeyIsAlwaysTheSame() {
        KeyedSequence sequence = new KeyedSequence(KEY, "test");
        int[] order = IntStream.range(0, 100).toArray();
        sequence.shuffle(order);
        int[] again = IntStream.range(0, 100).toArray();
        new KeyedSequence(KEY, "test").shuffle(again);
        assertThat(order).isEqualTo(again).doesNotHaveDuplicates();
        int[] other = IntStream.range(0, 100).toArray();
        new KeyedSequence(KEY, "another").shuffle(other);
        assertThat(order).isNotEqualTo(other);
    }

    private static float[] noisy(float[] coded, double noise, long seed) {
        Random random = new Random(seed);
        float[] soft = new float[coded.length];
        for (int i = 0; i < soft.length; i++) {
            soft[i] = coded[i] + (float) (noise * random.nextGaussian());
        }
        return soft;
    }
}
