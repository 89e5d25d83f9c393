package io.mingshi.records.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FingerprintBandsTest {
    @Test
    void whateverBitsDifferOneBandIsFound() {
        Random random = new Random(17);
        for (int i = 0; i < 500; i++) {
            BigInteger bits = new BigInteger(256, random);
            BigInteger other = bits;
            while (bits.xor(other).bitCount() < FingerprintBands.GUARANTEED) {
                other = other.flipBit(random.nextInt(256));
            }
            assertThat(exact(other)).anyMatch(probes(bits)::contains);
        }
    }

    /// Three bits in each of ten bands and two in the last are the most even way to differ in 32.
    @Test
    void theMostEvenDifferenceIsStillFound() {
        int[] starts = {0, 24, 48, 72, 95, 118, 141, 164, 187, 210, 233};
        BigInteger bits = new BigInteger(256, new Random(5));
        BigInteger other = bits;
        for (int i = 0; i < FingerprintBands.GUARANTEED; i++) {
            other = other.flipBit(255 - starts[i % starts.length] - 7 * (i / starts.length));
        }
        assertThat(exact(other)).anyMatch(probes(bits)::contains);
    }

    @Test
    void theNumberOfProbesDoesNotDependOnTheFingerprint() {
        assertThat(FingerprintBands.probes("0".repeat(64))).hasSize(3119).doesNotHaveDuplicates();
        assertThat(FingerprintBands.probes("f".repeat(64))).hasSize(3119).doesNotHaveDuplicates();
    }

    private static Set<Integer> probes(BigInteger bits) {
        return Arrays.stream(FingerprintBands.probes("%064x".formatted(bits)))
                .boxed()
                .collect(Collectors.toSet());
    }

    /// The bands themselves, which the probes of a fingerprint begin with.
    private static Set<Integer> exact(BigInteger bits) {
        int[] probes = FingerprintBands.probes("%064x".formatted(bits));
        return Arrays.stream(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
                .map(band -> probes[band < 3 ? 301 * band : 903 + 277 * (band - 3)])
                .boxed()
                .collect(Collectors.toSet());
    }
}
