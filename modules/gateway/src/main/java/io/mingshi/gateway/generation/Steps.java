package io.mingshi.gateway.generation;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.Consents;
import io.mingshi.gateway.admission.Decisions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/// Does the steps after an admission: a failure is kept as a refusal, and the model's time is measured.
@ApplicationScoped
class Steps {
    private final Decisions decisions;
    private final Consents consents;
    private final MeterRegistry meters;
    private final Deliveries deliveries;

    Steps(Decisions decisions, Consents consents, MeterRegistry meters, Deliveries deliveries) {
        this.decisions = decisions;
        this.consents = consents;
        this.meters = meters;
        this.deliveries = deliveries;
    }

    TextStream limited(TextStream stream) {
        return new LimitedStream(stream, deliveries.streamLimit());
    }

    <T> T orRefuse(Admission admission, Supplier<T> step) {
        return decisions.orRefuse(admission, step);
    }

    /// The same for a step that needs the consents to hold still.
    <T> T agreed(Admission admission, Supplier<T> step) {
        return orRefuse(admission, () -> {
            consents.confirm(admission);
            return step.get();
        });
    }

    /// Only admitted, so registered, models reach this: their names are few.
    <T> T timed(Admission admission, Supplier<T> generation) {
        return meters.timer(
                        "mingshi.gateway.generation",
                        "model",
                        admission.prompt().model().value())
                .record(() -> orRefuse(admission, generation));
    }
}
