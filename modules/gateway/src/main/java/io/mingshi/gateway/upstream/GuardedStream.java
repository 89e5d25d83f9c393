package io.mingshi.gateway.upstream;

import io.mingshi.gateway.generation.TextStream;
import io.mingshi.gateway.generation.Usage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// A stream of a guarded server; it holds one of the server's places until it is closed.
final class GuardedStream implements TextStream {
    private final TextStream stream;
    private final GuardedServer server;
    private final AtomicBoolean closed = new AtomicBoolean();
    private Optional<Piece> first = Optional.empty();
    private boolean firstIsNext = true;

    private GuardedStream(TextStream stream, GuardedServer server) {
        this.stream = stream;
        this.server = server;
    }

    /// Waits for the first piece; when it does not come, nothing remains open.
    static GuardedStream begun(TextStream stream, GuardedServer server) {
        var begun = new GuardedStream(stream, server);
        try {
            begun.first = stream.next();
            return begun;
        } catch (RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    @Override
    public Optional<Piece> next() {
        if (firstIsNext) {
            firstIsNext = false;
            return first;
        }
        try {
            return stream.next();
        } catch (ServerFailure failure) {
            if (!closed.get()) {
                server.brokeOff(failure);
            }
            throw failure.problem();
        }
    }

    @Override
    public Usage usage() {
        return stream.usage();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            stream.close();
            server.ended();
        }
    }
}
