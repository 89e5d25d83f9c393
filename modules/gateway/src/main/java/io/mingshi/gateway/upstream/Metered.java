package io.mingshi.gateway.upstream;

import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.Limits;
import io.mingshi.gateway.admission.Limits.Spent;
import io.mingshi.gateway.generation.FilmServer;
import io.mingshi.gateway.generation.Generated;
import io.mingshi.gateway.generation.TextStream;
import io.mingshi.gateway.generation.Upstream;
import io.mingshi.gateway.generation.Usage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Settles what a request used as soon as the model has answered: it is used whether or not it may be delivered.
///
/// Where a model does not count its tokens, every character counts as one.
record Metered(Upstream model, Limits limits) implements Upstream {
    @Override
    public Generated generate(Admission admission) {
        Generated generated = model.generate(admission);
        long characters = 0;
        int works = 0;
        for (Generated.Piece piece : generated.pieces()) {
            if (piece instanceof Generated.Piece.Text text) {
                characters += text.text().length() + text.writtenCalls().length();
            } else {
                works++;
            }
        }
        limits.settle(admission.id(), spent(admission, generated.usage(), characters, works));
        return generated;
    }

    @Override
    public TextStream stream(Admission admission) {
        return new Counted(model.stream(admission), this, admission, new AtomicLong(), new AtomicBoolean());
    }

    /// What a film used is settled by its job.
    @Override
    public FilmServer films() {
        return model.films();
    }

    private static Spent spent(Admission admission, Usage usage, long characters, int works) {
        if (!usage.equals(Usage.NONE) || !(admission.prompt() instanceof Prompt.Chat chat)) {
            return new Spent(usage.promptTokens(), usage.completionTokens(), works);
        }
        long asked = chat.texts().stream().mapToLong(String::length).sum();
        return new Spent(asked, characters, works);
    }

    private record Counted(
            TextStream stream, Metered metered, Admission admission, AtomicLong characters, AtomicBoolean settled)
            implements TextStream {
        @Override
        public Optional<TextStream.Piece> next() {
            Optional<TextStream.Piece> piece = stream.next();
            piece.ifPresent(next -> characters.addAndGet(length(next)));
            return piece;
        }

        private static long length(TextStream.Piece piece) {
            return piece.text().length()
                    + piece.calls().stream()
                            .mapToLong(call ->
                                    call.name().length() + call.arguments().length())
                            .sum();
        }

        @Override
        public Usage usage() {
            return stream.usage();
        }

        @Override
        public void close() {
            stream.close();
            if (settled.compareAndSet(false, true)) {
                metered.limits.settle(admission.id(), spent(admission, stream.usage(), characters.get(), 0));
            }
        }
    }
}
