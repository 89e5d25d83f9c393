package io.mingshi.gateway.http;

import io.mingshi.gateway.generation.Departures;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/// The client of the current request: it has left when its connection, or its stream of one, ends before the answer.
@ApplicationScoped
class WaitingClient implements Departures {
    private final CurrentVertxRequest request;

    WaitingClient(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public Watch whenGone(Runnable action) {
        RoutingContext exchange = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        if (exchange == null) {
            return () -> {};
        }
        int handler = exchange.addEndHandler(end -> {
            if (end.failed()) {
                Thread.ofVirtual().name("client left").start(action);
            }
        });
        return () -> exchange.removeEndHandler(handler);
    }
}
