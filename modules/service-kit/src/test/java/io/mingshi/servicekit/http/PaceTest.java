package io.mingshi.servicekit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final HttpLimits LIMITS = new HttpLimits() {
        @Override
        public Duration headLimit() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(20);
        }

        @Override
        public int leastPace() {
            return 1_000;
        }

        @Override
        public Duration transferLimit() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration idleLimit() {
            return Duration.ofMinutes(5);
        }
    };

    private final Pace pace = new Pace(LIMITS);

    @Test
    void whoSendsNothingIsBorneAsLongAsThePatienceLasts() {
        assertThat(endedAfter(0, 60)).isEqualTo(21);
    }

    @Test
    void whoKeepsTheLeastPaceIsBorneUntilTheTransferLimit() {
        assertThat(endedAfter(1_000, 1_000)).isEqualTo(601);
    }

    @Test
    void nobodyIsBlamedForAPauseInWhichNothingIsAwaited() {
        for (long second = 0; second < 1_000; second++) {
            assertThat(pace.tooSlow(second % 10 < 5, 0, second * 1_000_000_000L))
                    .isFalse();
        }
    }

    @Test
    void fastBytesAtFirstBuyNoTimeBeyondThePatience() {
        pace.tooSlow(true, 0, 0);
        assertThat(pace.tooSlow(true, 1_000_000, 1_000_000_000L)).isFalse();
        assertThat(pace.tooSlow(true, 1_000_000, 20_000_000_000L)).isFalse();
        assertThat(pace.tooSlow(true, 1_000_000, 22_000_000_000L)).isTrue();
    }

    /// The second in which a client is ended that sends so many bytes each second; none when it is not.
    private long endedAfter(int bytes, int seconds) {
        for (long second = 0; second < seconds; second++) {
            if (pace.tooSlow(true, bytes * second, second * 1_000_000_000L)) {
                return second;
            }
        }
        return -1;
    }
}
