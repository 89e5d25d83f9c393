package io.mingshi.moderation.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Part of T654-2.
class RateTest {
    @Test
    void aShareBelowItsLimitIsNotMet() {
        Rate pass = Rate.atLeast("pass", 0.90, 899, 1000);
        assertThat(pass.met()).isFalse();
        assertThat(Rate.atLeast("pass", 0.90, 900, 1000).met()).isTrue();
        assertThat(Rate.atLeast("pass", 0.90, 900, 1000).metForCertain()).isFalse();
        assertThat(Rate.atMost("over-refusal", 0.05, 15, 300).met()).isTrue();
        assertThat(Rate.atMost("over-refusal", 0.05, 16, 300).met()).isFalse();
    }

    /// Figures of Wilson's interval that are published for small samples.
    @Test
    void theIntervalHoldsAtTheEndsToo() {
        Rate none = Rate.atMost("over-refusal", 0.05, 0, 10);
        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(0.2775, within(0.0001));
        Rate all = Rate.atLeast("refusal", 0.95, 10, 10);
        assertThat(all.lower()).isCloseTo(0.7225, within(0.0001));
        assertThat(all.upper()).isCloseTo(1, within(1e-9));
        Rate half = Rate.atLeast("refusal", 0.95, 5, 10);
        assertThat(half.lower()).isCloseTo(0.2366, within(0.0001));
        assertThat(half.upper()).isCloseTo(0.7634, within(0.0001));
    }
}
