package io.mingshi.gateway.benchmark;

import io.mingshi.contracts.Sha256;
import io.mingshi.testkit.LocalStack;
import io.mingshi.testkit.SharedStack;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// The gateway with everything on, and beside it, in the same run, proxies that check nothing.
///
/// The system under test has one core, the load, the model's server and the other modules have the other.
public final class GatewayBenchmark {
    private static final String KEY = "msk_benchmark";
    /// At most so often five seconds of load, until the compiler of the JVM has nothing more to do.
    private static final int WARM_ROUNDS = 16;
    private static final int FEWEST_ROUNDS = 6;
    private static final double SETTLED = 0.97;
    private static final int SECONDS = 5;
    private static final int[] CONCURRENCY = {1, 16, 64, 256};
    private static final int STREAMS = 1_000;
    private static final int[] ADDED_MILLIS = {5, 10, 50};
    private static final int MOST_AT_ONCE = 512;
    private static final int FRONTIER_SECONDS = 3;

    private final Properties stack = LocalStack.properties();
    private final Path folder;
    private final Wrk wrk;
    private final Streams streams = new Streams(KEY);
    private final int model = port();
    private final int port = port();
    private String database = "";
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private GatewayBenchmark() throws IOException {
        folder = Files.createTempDirectory("gateway-benchmark");
        wrk = new Wrk(folder, KEY);
    }

    /// @param arguments `gateway` leaves the peers out
    public static void main(String[] arguments) throws Exception {
        new GatewayBenchmark().run(List.of(arguments).contains("gateway"));
        System.exit(0);
    }

    private record Subject(String name, int port, Child child) {}

    private void run(boolean alone) throws Exception {
        try (Child stub = Child.java(
                1, folder.resolve("stub.log"), "-cp", path(), StubServer.class.getName(), String.valueOf(model))) {
            await(model, "/control/up");
            say(
                    "| | requests at once | requests/s | p50 ms | p99 ms | failed | CPU per request, µs | requests/s per core |");
            say("|---|---|---|---|---|---|---|---|");
            measure(new Subject("the model's server itself", model, stub), List.of(1, 64));
            if (!alone) {
                peer(nginx());
                peer(passThrough());
                if (System.getProperty("spring") != null) {
                    peer(spring());
                }
            }
            try (Child gateway = gateway()) {
                var governed = new Subject("Mingshi, everything on", port, gateway);
                await(port, "/q/health/ready");
                addKey();
                measure(governed, List.of());
                frontier(governed);
                stream(governed);
                moderatorDown();
            }
        }
    }

    private void peer(Subject peer) throws Exception {
        try (var child = peer.child()) {
            await(peer.port(), "/control/up");
            measure(peer, List.of());
            frontier(peer);
            stream(peer);
            if (!child.alive()) {
                throw new IllegalStateException(peer.name() + " ended: see " + folder);
            }
        }
    }

    private void measure(Subject system, List<Integer> only) throws IOException, InterruptedException {
        warm(system, only.isEmpty() ? WARM_ROUNDS : 1);
        for (int concurrency : CONCURRENCY) {
            if (!only.isEmpty() && !only.contains(concurrency)) {
                continue;
            }
            Load load = load(system, concurrency);
            var figures = load.figures();
            double cpu = load.cpu();
            say(
                    "| %s | %d | %,.0f | %.2f | %.2f | %d | %,.0f | %,.0f |",
                    system.name(),
                    concurrency,
                    figures.perSecond(),
                    figures.millis50(),
                    figures.millis99(),
                    figures.failed(),
                    cpu,
                    1e6 / cpu);
        }
    }

    /// The most requests a second at which 99 of 100 take no more than so much longer than the model's server alone.
    private void frontier(Subject system) throws IOException, InterruptedException {
        double[] best = new double[ADDED_MILLIS.length];
        for (int concurrency = 1; concurrency <= MOST_AT_ONCE; concurrency *= 2) {
            var figures = wrk.run(system.port(), concurrency, FRONTIER_SECONDS);
            for (int i = 0; i < best.length; i++) {
                if (figures.failed() == 0 && figures.millis99() <= StubServer.MODEL_MILLIS + ADDED_MILLIS[i]) {
                    best[i] = Math.max(best[i], figures.perSecond());
                }
            }
        }
        say(
                "- %s: requests/s while p99 is at most %s above the model's %d ms: %s",
                system.name(),
                joined(Arrays.stream(ADDED_MILLIS).mapToObj(added -> added + " ms")),
                StubServer.MODEL_MILLIS,
                joined(Arrays.stream(best).mapToObj(most -> most == 0 ? "none" : "%,.0f".formatted(most))));
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining(" / "));
    }

    private record Load(Wrk.Figures figures, double cpu) {}

    private Load load(Subject system, int concurrency) throws IOException, InterruptedException {
        Duration before = system.child().cpu();
        var figures = wrk.run(system.port(), concurrency, SECONDS);
        return new Load(figures, micros(system.child().cpu().minus(before)) / (figures.perSecond() * SECONDS));
    }

    /// Until processor time per request, the compiler's included, falls no further: a system that answers few
    /// requests a second compiles for minutes, and that is not what a request costs.
    private void warm(Subject system, int rounds) throws IOException, InterruptedException {
        double before = Double.MAX_VALUE;
        int settled = 0;
        for (int round = 0; round < rounds && (round < FEWEST_ROUNDS || settled < 2); round++) {
            double cpu = load(system, 64).cpu();
            settled = cpu > before * SETTLED ? settled + 1 : 0;
            before = Math.min(before, cpu);
        }
    }

    private void stream(Subject system) throws InterruptedException {
        streams.run(system.port(), 50, 1_000);
        var calm = streams.run(system.port(), 50, 5_000);
        Duration before = system.child().cpu();
        var many = streams.run(system.port(), STREAMS, 3_000);
        double cpu = micros(system.child().cpu().minus(before)) / ((double) STREAMS * StubServer.TOKENS);
        say(
                "- %s: first text after %.2f ms (p50) and %.2f ms (p99) at 50 streams; of %,d streams at once %,d came"
                        + " complete, %,d of %,d frames were lost, first text after %.1f and %.1f ms, CPU per token %.1f µs",
                system.name(),
                calm.first50(),
                calm.first99(),
                STREAMS,
                many.complete(),
                many.lost(),
                STREAMS * StubServer.TOKENS,
                many.first50(),
                many.first99(),
                cpu);
    }

    private void moderatorDown() throws IOException, InterruptedException {
        long before = asked("down");
        int refused = 0;
        double slowest = 0;
        for (int i = 0; i < 50; i++) {
            long began = System.nanoTime();
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/chat/completions"))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + KEY)
                            .POST(HttpRequest.BodyPublishers.ofString(Wrk.body()))
                            .build(),
                    BodyHandlers.ofString());
            slowest = Math.max(slowest, (System.nanoTime() - began) / 1e6);
            refused += answer.statusCode() == 503 && !answer.body().contains("lighthouse") ? 1 : 0;
        }
        say(
                "- Moderator down: %d of 50 requests refused, the slowest after %.0f ms; %d reached the model",
                refused, slowest, asked("up") - before);
    }

    private long asked(String state) throws IOException, InterruptedException {
        return Long.parseLong(http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + model + "/control/" + state))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    private Child gateway() throws IOException {
        var settings = new TreeMap<>(new SharedStack().start());
        database = settings.get("mingshi.db.prefix") + "gateway";
        String url = "http://127.0.0.1:" + model;
        settings.putAll(Map.of(
                "quarkus.http.port",
                String.valueOf(port),
                "mingshi.url.identity",
                url,
                "mingshi.url.consent",
                url,
                "mingshi.url.governance",
                url,
                "mingshi.url.moderation",
                url,
                "mingshi.gateway.upstreams.bench.url",
                url + "/v1",
                "mingshi.gateway.upstreams.bench.models",
                "bench-chat",
                "mingshi.gateway.upstreams.bench.concurrency",
                "4096"));
        List<String> arguments = new ArrayList<>();
        if (System.getProperty("jfr") != null) {
            arguments.add(
                    "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + System.getProperty("jfr"));
        }
        settings.forEach((name, value) -> arguments.add("-D" + name + "=" + value));
        arguments.addAll(List.of(
                "-jar",
                LocalStack.root()
                        .resolve("modules/gateway/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        return Child.java(0, folder.resolve("gateway.log"), arguments.toArray(String[]::new));
    }

    private void addKey() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + stack.getProperty("postgres.port") + "/" + database;
        try (var connection = DriverManager.getConnection(
                        url, stack.getProperty("postgres.user"), stack.getProperty("postgres.password"));
                var insert =
                        connection.prepareStatement("insert into api_key (id, person, hash, name, ending, created_at)"
                                + " values ('bench', 'bench-person', ?, 'benchmark', 'mark', now())")) {
            insert.setString(1, Sha256.of(KEY));
            insert.executeUpdate();
        }
    }

    private Subject nginx() throws IOException {
        int listen = port();
        Path conf = folder.resolve("nginx.conf");
        Files.writeString(conf, """
                worker_processes 1; daemon off; pid %1$s/nginx.pid; error_log %1$s/nginx.err;
                events { worker_connections 8192; }
                http { access_log off; client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/f; uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s; keepalive_requests 1000000000;
                  upstream model { server 127.0.0.1:%2$d; keepalive 1024; keepalive_requests 1000000000; }
                  server { listen 127.0.0.1:%3$d; location / { proxy_pass http://model; proxy_http_version 1.1;
                    proxy_set_header Connection ""; proxy_buffering off; } } }
                """.formatted(folder, model, listen));
        return new Subject(
                "nginx, bare proxy",
                listen,
                Child.start(0, folder.resolve("nginx.log"), List.of("nginx", "-c", conf.toString())));
    }

    private Subject passThrough() throws IOException {
        int listen = port();
        return new Subject(
                "Vert.x, bare proxy",
                listen,
                Child.java(
                        0,
                        folder.resolve("pass.log"),
                        "-cp",
                        path(),
                        PassThrough.class.getName(),
                        String.valueOf(listen),
                        String.valueOf(model)));
    }

    private Subject spring() throws IOException {
        int listen = port();
        return new Subject(
                "Spring Cloud Gateway, bare proxy",
                listen,
                Child.java(
                        0,
                        folder.resolve("spring.log"),
                        "-Dserver.port=" + listen,
                        "-Dserver.address=127.0.0.1",
                        "-Dspring.cloud.gateway.server.webflux.routes[0].id=model",
                        "-Dspring.cloud.gateway.server.webflux.routes[0].uri=http://127.0.0.1:" + model,
                        "-Dspring.cloud.gateway.server.webflux.routes[0].predicates[0]=Path=/**",
                        "-Dspring.main.banner-mode=off",
                        "-cp",
                        System.getProperty("spring"),
                        LocalStack.root()
                                .resolve("modules/gateway/src/benchmark/spring/SpringProxy.java")
                                .toString()));
    }

    private static String path() {
        return System.getProperty("java.class.path")
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    private static int port() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no port is free", e);
        }
    }

    private void await(int on, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + on + path))
                .build();
        Awaitility.await("an answer on port " + on + ", see " + folder)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(IOException.class) // it does not listen yet
                .until(() -> http.send(request, BodyHandlers.discarding()).statusCode() < 500);
    }

    private static double micros(Duration time) {
        return time.toNanos() / 1e3;
    }

    private static void say(String format, Object... values) {
        System.out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
