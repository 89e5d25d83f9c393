package io.mingshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.Timing;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// The instrument by which other tests tell that times are the same would notice when they are not.
class TimingTest {
    private static final int NOISE_MILLIS = 15;

    private final Random random = new Random(7);

    @Test
    void twentyMillisecondsMoreAreSeen() {
        assertThat(Timing.difference(() -> deed(25), () -> deed(5))).isGreaterThan(Timing.NOISE);
        assertThat(Timing.difference(() -> deed(5), () -> deed(25))).isLessThan(-Timing.NOISE);
    }

    /// Takes this long and, as on a busy machine, often somewhat longer and sometimes much.
    private void deed(int millis) {
        double more = -Math.log(1 - random.nextDouble()) * NOISE_MILLIS;
        LockSupport.parkNanos((long) ((millis + more) * 1_000_000));
    }
}
