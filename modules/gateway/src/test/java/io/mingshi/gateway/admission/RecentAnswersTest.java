package io.mingshi.gateway.admission;

import static io.mingshi.contracts.CommonProblem.MODULE_UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.governance.Capability;
import io.mingshi.contracts.governance.ModelAdmission;
import io.mingshi.contracts.governance.ModelRegistry;
import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.contracts.governance.Pauses;
import io.mingshi.contracts.governance.RegisteredModel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Part of DSP-21: two gateways that ask the same governance.
class RecentAnswersTest {
    private static final Duration FRESH = Duration.ofMillis(500);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean paused;
    private boolean reachable = true;

    private final Pauses governance = _ -> {
        asked.incrementAndGet();
        if (!reachable) {
            throw MODULE_UNREACHABLE.with("governance does not answer");
        }
        return paused;
    };
    private final ModelRegistry registry = new ModelRegistry() {
        @Override
        public ModelAdmission admit(ModelId model, Capability capability) {
            asked.incrementAndGet();
            return new ModelAdmission(model, true, "", "F-1", null, "1", List.of());
        }

        @Override
        public List<RegisteredModel> usable() {
            return List.of();
        }
    };
    private final RecentAnswers one = gateway();
    private final RecentAnswers other = gateway();

    private RecentAnswers gateway() {
        return new RecentAnswers(governance, registry, FRESH, nanos::get);
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aPauseActsOnEveryGatewayWithinASecond() {
        assertThat(one.paused(PauseScope.GENERATION)).isFalse();
        passes(Duration.ofMillis(300));
        assertThat(other.paused(PauseScope.GENERATION)).isFalse();
        paused = true;
        passes(Duration.ofMillis(999));
        assertThat(one.paused(PauseScope.GENERATION)).isTrue();
        assertThat(other.paused(PauseScope.GENERATION)).isTrue();
        assertThat(gateway().paused(PauseScope.GENERATION)).isTrue();
    }

    @Test
    void withoutAnAnswerThatIsYoungEnoughTheQuestionFails() {
        assertThat(one.paused(PauseScope.GENERATION)).isFalse();
        reachable = false;
        passes(Duration.ofMillis(499));
        assertThat(one.paused(PauseScope.GENERATION)).isFalse();
        passes(Duration.ofMillis(1));
        assertThatThrownBy(() -> one.paused(PauseScope.GENERATION)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> gateway().paused(PauseScope.GENERATION)).isInstanceOf(ProblemException.class);
    }

    @Test
    void governanceIsNotAskedForEveryRequest() {
        for (int i = 0; i < 100; i++) {
            one.paused(PauseScope.GENERATION);
            one.admit(new ModelId("a-model"), Capability.CHAT);
        }
        assertThat(asked).hasValue(2);
        one.admit(new ModelId("a-model"), Capability.IMAGE_EDIT);
        assertThat(asked).hasValue(3);
    }

    @Test
    void noSettingMakesAPauseSlow() {
        assertThatThrownBy(() -> new RecentAnswers(governance, registry, Duration.ofSeconds(1), nanos::get))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
