package io.mingshi.identity.wire;

import static io.smallrye.faulttolerance.api.CircuitBreakerState.OPEN;

import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/// A partner outside the platform: repeats what failed in passing, and leaves the partner alone while it is
/// down.
///
/// Half of the last ten questions without an answer open the circuit for ten seconds; then one question
/// tries anew.
public final class Partner {
    private static final Logger LOG = Logger.getLogger(Partner.class);
    private static final int REPETITIONS = 2;
    private static final Duration PAUSE = Duration.ofMillis(200);
    /// No repetition begins later than this after the first question.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int WINDOW = 10;
    private static final double RATIO = 0.5;
    private static final Duration OPEN_FOR = Duration.ofSeconds(10);

    private final String name;
    private final Guard guard;

    /// @param repeatable whether the partner recognises a repeated question and does it once
    public Partner(String name, boolean repeatable) {
        this.name = name;
        this.guard = Guard.create()
                .withDescription(name)
                .withCircuitBreaker()
                .name(name)
                .requestVolumeThreshold(WINDOW)
                .failureRatio(RATIO)
                .delay(OPEN_FOR.toMillis(), ChronoUnit.MILLIS)
                .when(Partner::isPassing)
                .done()
                .withRetry()
                .maxRetries(repeatable ? REPETITIONS : 0)
                .delay(PAUSE.toMillis(), ChronoUnit.MILLIS)
                .jitter(PAUSE.toMillis() / 2, ChronoUnit.MILLIS)
                .maxDuration(PATIENCE.toMillis(), ChronoUnit.MILLIS)
                .whenException(Partner::isPassing)
                .done()
                .build();
    }

    /// Whether the partner did not answer lately and is being left alone.
    public boolean down() {
        return CircuitBreakerMaintenance.get().currentState(name) == OPEN;
    }

    /// @throws Unanswered when no usable answer came, or the partner is being left alone
    public <T> T ask(Supplier<T> question, Class<T> answer) {
        try {
            return guard.get(question, answer);
        } catch (CircuitBreakerOpenException e) {
            throw unanswered(Unanswered.lasting("it did not answer lately"));
        } catch (Unanswered e) {
            throw unanswered(e);
        }
    }

    /// Refusals of one question say nothing of the next one, and nobody can cut a partner off by asking
    /// nonsense.
    private static boolean isPassing(Throwable e) {
        return e instanceof Unanswered unanswered && unanswered.isPassing();
    }

    private Unanswered unanswered(Unanswered e) {
        LOG.warnf("%s gave no usable answer: %s", name, e.getMessage());
        return e;
    }
}
