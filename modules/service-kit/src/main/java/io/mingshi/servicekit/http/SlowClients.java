package io.mingshi.servicekit.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Closes the connections of clients that send a request, or take an answer, too slowly.
///
/// Every second each connection and each open request is looked at. With HTTP/2 one slow request is ended, not the
/// connection that others share.
@ApplicationScoped
class SlowClients {
    private static final int EARLY = 10_000;
    private static final long EVERY_MILLIS = 1_000;

    private final HttpLimits limits;
    private final Vertx vertx;
    private final MeterRegistry meters;
    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private long timer;

    SlowClients(HttpLimits limits, Vertx vertx, MeterRegistry meters) {
        this.limits = limits;
        this.vertx = vertx;
        this.meters = meters;
    }

    @Startup
    void start() {
        timer = vertx.setPeriodic(EVERY_MILLIS, _ -> look(System.nanoTime()));
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, EARLY);
    }

    private void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.connection() instanceof ConnectionBase connection) {
            AcceptedConnection.of(connection.channel()).ifPresent(accepted -> {
                boolean many = request.version() == HttpVersion.HTTP_2;
                accepted.begun(many);
                var exchange =
                        new Exchange(request, accepted, many, new Pace(limits), new Pace(limits), System.nanoTime());
                open.add(exchange);
                context.addEndHandler(_ -> {
                    open.remove(exchange);
                    accepted.ended();
                });
            });
        }
        context.next();
    }

    private void look(long nanos) {
        for (Exchange exchange : open) {
            if (exchange.tooSlow(limits, nanos)) {
                exchange.end();
                meters.counter("mingshi.http.slow", "ended", "request").increment();
            }
        }
        for (AcceptedConnection connection : AcceptedConnection.open()) {
            if (connection.tooSlow(limits, nanos)) {
                connection.close();
                meters.counter("mingshi.http.slow", "ended", "connection").increment();
            }
        }
    }

    /// A request that is being received or answered.
    private record Exchange(
            HttpServerRequest request,
            AcceptedConnection connection,
            boolean multiplexed,
            Pace sending,
            Pace taking,
            long began) {
        boolean tooSlow(HttpLimits limits, long nanos) {
            HttpServerResponse response = request.response();
            boolean open = !request.isEnded();
            long received = multiplexed ? request.bytesRead() : connection.received();
            return (open && nanos - began > limits.transferLimit().toNanos())
                    || sending.tooSlow(open && owes(), received, nanos)
                    || (multiplexed && taking.tooSlow(response.writeQueueFull(), response.bytesWritten(), nanos));
        }

        /// Whether it is the client that is waited for: not while the body is here and only we have not read it yet.
        private boolean owes() {
            String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            boolean here = length != null
                    && length.matches("[0-9]{1,18}")
                    && connection.receivedOfRequest() >= leastHead() + Long.parseLong(length);
            return multiplexed || (connection.takes() && !here);
        }

        /// The length that the head has at least.
        private long leastHead() {
            long least = (long) request.method().name().length() + request.uri().length();
            for (var header : request.headers()) {
                least += (long) header.getKey().length() + header.getValue().length();
            }
            return least;
        }

        void end() {
            if (multiplexed) {
                request.response().reset();
            } else {
                request.connection().close();
            }
        }
    }
}
