package io.mingshi.gateway.admission;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.governance.Capability;
import io.mingshi.contracts.governance.ModelAdmission;
import io.mingshi.contracts.governance.ModelRegistry;
import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.contracts.governance.Pauses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// What `governance` answered less than half a second ago need not be asked again.
///
/// An order to pause so acts within a second on every instance, whether or not an event arrives, and after a restart
/// the first request asks. When an answer has become too old and none can be had, the question fails, and with it the
/// request. [DSP-21](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
class RecentAnswers {
    /// So many models are remembered; names that nobody registered must not fill the memory.
    private static final int MOST = 10_000;

    private final Pauses pauses;
    private final ModelRegistry models;
    private final long freshNanos;
    private final LongSupplier nanos;
    private final Map<Object, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(Object value, long asked) {}

    private record Question(ModelId model, Capability capability) {}

    @Inject
    RecentAnswers(
            Pauses pauses,
            ModelRegistry models,
            @ConfigProperty(name = "mingshi.gateway.freshness", defaultValue = "PT0.5S") Duration fresh) {
        this(pauses, models, fresh, System::nanoTime);
    }

    RecentAnswers(Pauses pauses, ModelRegistry models, Duration fresh, LongSupplier nanos) {
        if (fresh.isNegative() || fresh.compareTo(Duration.ofMillis(500)) > 0) {
            throw new IllegalArgumentException(
                    "mingshi.gateway.freshness is at most PT0.5S, so that a pause acts within a second");
        }
        this.pauses = pauses;
        this.models = models;
        this.freshNanos = fresh.toNanos();
        this.nanos = nanos;
    }

    boolean paused(PauseScope scope) {
        return recent(scope, Boolean.class, () -> pauses.paused(scope));
    }

    ModelAdmission admit(ModelId model, Capability capability) {
        return recent(new Question(model, capability), ModelAdmission.class, () -> models.admit(model, capability));
    }

    /// The age counts from before the question was asked, since the answer may be that old.
    private <T> T recent(Object question, Class<T> type, Supplier<T> ask) {
        long now = nanos.getAsLong();
        @Nullable Answer known = answers.get(question);
        if (known != null && now - known.asked() < freshNanos) {
            return type.cast(known.value());
        }
        T answer = ask.get();
        if (answers.size() >= MOST) {
            answers.clear();
        }
        answers.put(question, new Answer(answer, now));
        return answer;
    }
}
