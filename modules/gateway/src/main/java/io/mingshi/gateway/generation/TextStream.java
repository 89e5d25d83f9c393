package io.mingshi.gateway.generation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A result as it comes from a model; for one thread, except that any thread may close it.
public interface TextStream extends AutoCloseable {
    /// The next piece, waited for; empty when the model has said that it is done.
    ///
    /// @throws io.mingshi.contracts.ProblemException `UPSTREAM_FAILED` when it broke off
    Optional<Piece> next();

    /// What the model counted; zeros where it does not say.
    Usage usage();

    /// Ends the model's work, too.
    @Override
    void close();

    /// A piece of one of the choices.
    ///
    /// @param finishReason why this choice ends here; null while it goes on
    record Piece(
            int choice,
            String text,
            List<CallPiece> calls,
            @Nullable String finishReason) {
        public Piece {
            calls = List.copyOf(calls);
        }

        public Piece(int choice, String text, @Nullable String finishReason) {
            this(choice, text, List.of(), finishReason);
        }
    }

    /// A piece of a call of a tool.
    ///
    /// @param call which of the calls of the choice, from 0
    /// @param name empty unless the call begins here
    record CallPiece(int call, String name, String arguments) {}
}
