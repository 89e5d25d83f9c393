package io.mingshi.gateway.generation;

import io.mingshi.gateway.Deadline;
import java.time.Duration;
import java.util.Optional;

/// A stream that is closed when it takes too long, so that a silent model holds nothing for ever.
final class LimitedStream implements TextStream {
    private final TextStream stream;
    private final Deadline deadline;

    LimitedStream(TextStream stream, Duration limit) {
        this.stream = stream;
        this.deadline = Deadline.after(limit, stream::close);
    }

    @Override
    public Optional<Piece> next() {
        return stream.next();
    }

    @Override
    public Usage usage() {
        return stream.usage();
    }

    @Override
    public void close() {
        deadline.close();
        stream.close();
    }
}
