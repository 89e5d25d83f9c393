package io.mingshi.gateway.edge;

import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.generation.Deliveries;
import io.netty.buffer.Unpooled;
import io.opentelemetry.context.Context;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/// Watches the response of the current request, to know whether its last byte left.
@ApplicationScoped
public class ResponseEnd {
    private static final Logger LOG = Logger.getLogger(ResponseEnd.class);

    private final CurrentVertxRequest request;
    private final Deliveries deliveries;

    ResponseEnd(CurrentVertxRequest request, Deliveries deliveries) {
        this.request = request;
        this.deliveries = deliveries;
    }

    /// Keeps these works as delivered when the response has left completely.
    public void delivers(List<ProduceId> works) {
        RoutingContext exchange = request.getCurrent();
        Runnable keep = Context.current().wrap(() -> deliveries.delivered(works));
        exchange.addEndHandler(end -> {
            if (end.succeeded()) {
                onceFlushed(exchange, keep);
            }
        });
    }

    /// Runs this when the client closes the connection.
    void onDisconnect(Runnable action) {
        request.getCurrent()
                .request()
                .connection()
                .closeHandler(_ -> Thread.ofVirtual().start(action));
    }

    /// The end of a response is known when it is queued. An empty write behind it in the same channel succeeds
    /// only after everything before it was handed to the operating system.
    private static void onceFlushed(RoutingContext exchange, Runnable action) {
        if (!(exchange.request().connection() instanceof ConnectionBase connection)) {
            LOG.warn("the connection is of an unknown kind: its deliveries cannot be confirmed");
            return;
        }
        connection.channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            if (written.isSuccess()) {
                Thread.ofVirtual().name("delivered").start(action);
            }
        });
    }
}
