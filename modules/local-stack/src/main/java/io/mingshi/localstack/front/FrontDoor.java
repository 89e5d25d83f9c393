package io.mingshi.localstack.front;

import io.mingshi.localstack.part.HttpProbe;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Passes each request to the service that answers its path, unbuffered, so that streams stay streams.
public final class FrontDoor implements AutoCloseable {
    private static final int CONNECTIONS_PER_SERVICE = 256;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(4));
    private final Routes routes;
    private final HttpServer server;

    /// @param ports port of each service by name; `gateway` and `console` must be among them
    public FrontDoor(Map<String, Integer> ports) {
        this.routes = new Routes(new TreeMap<>(ports));
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS_PER_SERVICE));
        HttpProxy proxy = HttpProxy.reverseProxy(client)
                .origin(OriginRequestProvider.selector(
                        context -> Future.succeededFuture(SocketAddress.inetSocketAddress(
                                routes.port(path(context.request().proxiedRequest())), "127.0.0.1"))));
        proxy.addInterceptor(new HostKeeper());
        this.server = vertx.createHttpServer().requestHandler(request -> handle(proxy, request));
    }

    /// Begins to listen on 127.0.0.1 and returns the port.
    public int listen(int port) {
        return server.listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private static String path(HttpServerRequest request) {
        return Objects.requireNonNullElse(request.path(), "/");
    }

    private void handle(HttpProxy proxy, HttpServerRequest request) {
        if (path(request).startsWith("/q/health")) {
            vertx.executeBlocking(this::health).onComplete(result -> answer(request, result.result()));
        } else {
            proxy.handle(request);
        }
    }

    private static void answer(HttpServerRequest request, JsonObject health) {
        request.response()
                .setStatusCode(health.getString("status").equals("UP") ? 200 : 503)
                .putHeader("Content-Type", "application/json")
                .end(health.encode());
    }

    private JsonObject health() {
        JsonArray checks = new JsonArray();
        boolean all = true;
        for (Map.Entry<String, Integer> service : routes.ports().entrySet()) {
            boolean up = HttpProbe.isOk("http://127.0.0.1:" + service.getValue() + "/q/health/ready");
            checks.add(new JsonObject().put("name", service.getKey()).put("status", up ? "UP" : "DOWN"));
            all &= up;
        }
        return new JsonObject().put("status", all ? "UP" : "DOWN").put("checks", checks);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
