package io.mingshi.system;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A model's server that begins every answer and never goes on; it counts who leaves it.
final class IdleServer implements AutoCloseable {
    private static final byte[] BEGINNING = """
            HTTP/1.1 200 OK\r
            Content-Type: text/event-stream\r
            Connection: close\r
            \r
            data: {"choices":[{"index":0,"delta":{"content":"The beginning. "}}]}

            """.getBytes(US_ASCII);
    private static final int BACKLOG = 1024;

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();

    IdleServer() throws IOException {
        door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    String base() {
        return "http://127.0.0.1:" + door.getLocalPort() + "/v1";
    }

    int begun() {
        return begun.get();
    }

    /// How many connections the other side closed.
    int left() {
        return left.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                threads.execute(() -> answer(socket));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException("no more connections can be taken", e);
                }
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            Http.skipRequest(in);
            begun.incrementAndGet();
            socket.getOutputStream().write(BEGINNING);
            while (in.read() >= 0) {
                // whatever is sent still; only the end counts
            }
            left.incrementAndGet();
        } catch (IOException reset) {
            left.incrementAndGet();
        }
    }
}
