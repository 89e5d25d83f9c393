package io.mingshi.gateway.upstream.demo;

import static io.mingshi.gateway.GatewayProblem.UPSTREAM_FAILED;

import io.mingshi.gateway.generation.Generated;
import io.mingshi.gateway.generation.TextStream;
import io.mingshi.gateway.generation.ToolCall;
import io.mingshi.gateway.generation.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finished answers, handed out a few characters at a time, the choices by turns.
final class SpokenText implements TextStream {
    private static final int PIECE = 7;

    private final List<Generated.Piece.Text> answers;
    private final Usage usage;
    private final int[] spoken;
    private final boolean[] ended;
    private volatile boolean closed;
    private int turn;

    SpokenText(List<Generated.Piece.Text> answers, Usage usage) {
        this.answers = answers;
        this.usage = usage;
        this.spoken = new int[answers.size()];
        this.ended = new boolean[answers.size()];
    }

    @Override
    public Optional<Piece> next() {
        if (closed) {
            throw UPSTREAM_FAILED.with("the demonstration generator was stopped");
        }
        for (int tried = 0; tried < answers.size(); tried++) {
            int choice = turn++ % answers.size();
            if (!ended[choice]) {
                return Optional.of(piece(choice));
            }
        }
        return Optional.empty();
    }

    private Piece piece(int choice) {
        var answer = answers.get(choice);
        int from = spoken[choice];
        int to = Math.min(answer.text().length(), from + PIECE);
        spoken[choice] = to;
        ended[choice] = to == answer.text().length();
        return new Piece(
                choice,
                answer.text().substring(from, to),
                ended[choice] ? calls(answer.calls()) : List.of(),
                ended[choice] ? answer.finishReason() : null);
    }

    private static List<CallPiece> calls(List<ToolCall> calls) {
        List<CallPiece> pieces = new ArrayList<>();
        for (ToolCall call : calls) {
            pieces.add(new CallPiece(pieces.size(), call.name(), call.arguments()));
        }
        return pieces;
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
