package io.mingshi.gateway.upstream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.mingshi.gateway.upstream.ServerFailure.Fault;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/// What each server did, as metrics; the names are the operator's, so they are few.
@Singleton
final class ServerMeters {
    private static final String CALLS = "mingshi.gateway.upstream.calls";
    private static final String BEGIN = "mingshi.gateway.upstream.begin";

    private final MeterRegistry meters;

    ServerMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /// Shows how many calls are under way, and whether the server is being left alone.
    void watch(String server, IntSupplier active, BooleanSupplier resting) {
        Gauge.builder("mingshi.gateway.upstream.active", active, IntSupplier::getAsInt)
                .tag("upstream", server)
                .strongReference(true)
                .register(meters);
        Gauge.builder("mingshi.gateway.upstream.resting", resting, rests -> rests.getAsBoolean() ? 1 : 0)
                .tag("upstream", server)
                .strongReference(true)
                .register(meters);
    }

    /// @param nanos until the answer was there, or until a stream began
    void answered(String server, long nanos) {
        meters.counter(CALLS, "upstream", server, "outcome", "answered").increment();
        meters.timer(BEGIN, "upstream", server).record(nanos, TimeUnit.NANOSECONDS);
    }

    void failed(String server, Fault fault) {
        meters.counter(CALLS, "upstream", server, "outcome", fault.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
