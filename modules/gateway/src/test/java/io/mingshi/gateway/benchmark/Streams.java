package io.mingshi.gateway.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Many streams at the same time, each read to its end and compared with what the model said.
final class Streams {
    private static final int PATIENCE_SECONDS = 60;
    private static final String CONTENT = "\"content\":\"";

    private final Vertx vertx = Vertx.vertx();
    private final String key;
    private final String expected = StubServer.text();

    Streams(String key) {
        this.key = key;
    }

    /// @param complete streams that carried every word of the model in order, and said that they were done
    /// @param first50 median time to the first text, in milliseconds
    /// @param lost words of the model that did not arrive, of all streams
    record Figures(int complete, long lost, double first50, double first99) {}

    /// @param spread milliseconds over which the streams begin
    Figures run(int port, int count, int spread) throws InterruptedException {
        var client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port),
                new PoolOptions().setHttp1MaxSize(count));
        var open = new CountDownLatch(count);
        var complete = new AtomicInteger();
        var arrived = new AtomicLong();
        List<Double> first = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < count; i++) {
            vertx.setTimer(
                    1 + (long) i * spread / count,
                    _ -> client.request(HttpMethod.POST, "/v1/chat/completions")
                            .onSuccess(request -> read(request, open, complete, arrived, first))
                            .onFailure(_ -> open.countDown()));
        }
        boolean ended = open.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        client.close();
        List<Double> sorted = new ArrayList<>(first);
        Collections.sort(sorted);
        return new Figures(
                ended ? complete.get() : -1,
                (long) count * StubServer.TOKENS - arrived.get(),
                at(sorted, 0.5),
                at(sorted, 0.99));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1)));
    }

    private void read(
            HttpClientRequest request,
            CountDownLatch open,
            AtomicInteger complete,
            AtomicLong arrived,
            List<Double> first) {
        long began = System.nanoTime();
        String body = Wrk.body().replaceFirst("\\{", "{\"stream\":true,");
        request.putHeader("Content-Type", "application/json")
                .putHeader("Authorization", "Bearer " + key)
                .send(body)
                .onFailure(_ -> open.countDown())
                .onSuccess(response -> {
                    var all = Buffer.buffer();
                    response.handler(part -> {
                        if (all.length() == 0) {
                            first.add((System.nanoTime() - began) / 1e6);
                        }
                        all.appendBuffer(part);
                    });
                    response.exceptionHandler(_ -> open.countDown());
                    response.endHandler(_ -> {
                        String told = all.toString();
                        arrived.addAndGet(StubServer.heard(text(told)));
                        if (text(told).endsWith(expected) && told.endsWith("data: [DONE]\n\n")) {
                            complete.incrementAndGet();
                        }
                        open.countDown();
                    });
                });
    }

    /// The words used here need no escapes in JSON, but the notice's line breaks do, which nobody compares.
    private static String text(String events) {
        var text = new StringBuilder();
        for (int at = events.indexOf(CONTENT); at >= 0; at = events.indexOf(CONTENT, at + 1)) {
            int from = at + CONTENT.length();
            text.append(events, from, events.indexOf('"', from));
        }
        return text.toString();
    }
}
