package io.mingshi.gateway.upstream.demo;

import static io.mingshi.gateway.GatewayProblem.UPSTREAM_FAILED;

import io.mingshi.gateway.generation.TextStream;
import io.mingshi.gateway.generation.Usage;
import java.util.List;
import java.util.Optional;

/// Finished texts, handed out a few characters at a time, the choices by turns.
final class SpokenText implements TextStream {
    private static final int PIECE = 7;

    private final List<String> texts;
    private final Usage usage;
    private final int[] spoken;
    private final boolean[] ended;
    private volatile boolean closed;
    private int turn;

    SpokenText(List<String> texts, Usage usage) {
        this.texts = texts;
        this.usage = usage;
        this.spoken = new int[texts.size()];
        this.ended = new boolean[texts.size()];
    }

    @Override
    public Optional<Piece> next() {
        if (closed) {
            throw UPSTREAM_FAILED.with("the demonstration generator was stopped");
        }
        for (int tried = 0; tried < texts.size(); tried++) {
            int choice = turn++ % texts.size();
            if (!ended[choice]) {
                return Optional.of(piece(choice));
            }
        }
        return Optional.empty();
    }

    private Piece piece(int choice) {
        String text = texts.get(choice);
        int from = spoken[choice];
        int to = Math.min(text.length(), from + PIECE);
        spoken[choice] = to;
        ended[choice] = to == text.length();
        return new Piece(choice, text.substring(from, to), ended[choice] ? "stop" : null);
    }

    @Override
    public Usage usage() {
        return usage;
    }

    @Override
    public void close() {
        closed = true;
    }
}
