package io.mingshi.gateway.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;

/// The least that a proxy on the gateway's own HTTP stack can do: it checks, labels and records nothing.
public final class PassThrough {
    private PassThrough() {}

    /// @param arguments the port to listen on, and the port of the model's server
    public static void main(String[] arguments) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        var client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(Integer.parseInt(arguments[1])),
                new PoolOptions().setHttp1MaxSize(4096));
        vertx.createHttpServer()
                .requestHandler(request -> pass(client, request))
                .listen(Integer.parseInt(arguments[0]));
    }

    private static void pass(HttpClient client, HttpServerRequest request) {
        request.body()
                .compose(body -> client.request(HttpMethod.POST, request.uri())
                        .compose(upstream -> upstream.putHeader("Content-Type", "application/json")
                                .send(body)))
                .onSuccess(answer -> {
                    var response = request.response().setStatusCode(answer.statusCode());
                    response.putHeader("Content-Type", answer.getHeader("Content-Type"))
                            .setChunked(true);
                    answer.pipeTo(response);
                })
                .onFailure(_ -> request.response().setStatusCode(502).end());
    }
}
