package io.mingshi.evidencelog.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Lets logs ask a witness over HTTP: `POST /add-checkpoint`.
public final class WitnessServer implements Closeable {
    private static final String PATH = "/add-checkpoint";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NO_SUCH_METHOD = 405;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;

    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Serves at once; port 0 takes any that is free.
    public WitnessServer(Witness witness, InetSocketAddress at) throws IOException {
        this.witness = witness;
        this.server = HttpServer.create(at, 0);
        server.setExecutor(threads);
        server.createContext(PATH, this::answer);
        server.start();
    }

    /// The submission prefix.
    public URI address() {
        InetSocketAddress at = server.getAddress();
        return URI.create("http://" + at.getHostString() + ":" + at.getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.MAX_BYTES + 1);
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                send(exchange, NOT_FOUND, TEXT, "only " + PATH + " is here\n");
            } else if (!exchange.getRequestMethod().equals("POST")) {
                send(exchange, NO_SUCH_METHOD, TEXT, "send a POST\n");
            } else if (body.length > AddCheckpoint.MAX_BYTES) {
                send(exchange, TOO_LARGE, TEXT, "the request is too large\n");
            } else {
                send(exchange, witness.add(body));
            }
        }
    }

    private static void send(HttpExchange exchange, Witness.Answer answer) throws IOException {
        switch (answer) {
            case Witness.Answer.Cosigned(var cosignature) -> send(exchange, OK, TEXT, cosignature.line());
            case Witness.Answer.Conflict(long size) -> send(exchange, CONFLICT, SIZE, size + "\n");
            case Witness.Answer.Malformed(String why) -> send(exchange, BAD_REQUEST, TEXT, why + "\n");
            case Witness.Answer.UnknownLog() -> send(exchange, NOT_FOUND, TEXT, "this log is not known here\n");
            case Witness.Answer.NotSigned() -> send(exchange, FORBIDDEN, TEXT, "no known key of the log signed\n");
            case Witness.Answer.NotProved() -> send(exchange, UNPROCESSABLE, TEXT, "the proof does not verify\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
