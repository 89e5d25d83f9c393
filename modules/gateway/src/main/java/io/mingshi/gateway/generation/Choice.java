package io.mingshi.gateway.generation;

import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.screening.ScreenedStream;
import org.jspecify.annotations.Nullable;

/// One of the answers that a stream carries: what was handed out to be sent, and how it ends.
final class Choice {
    private static final String BLOCKED = "content_filter";

    private final ProduceId work;
    private final ScreenedStream screening;
    private final StringBuilder sent = new StringBuilder();
    private @Nullable String finishReason;

    Choice(ProduceId work, ScreenedStream screening) {
        this.work = work;
        this.screening = screening;
    }

    ProduceId work() {
        return work;
    }

    boolean ended() {
        return finishReason != null;
    }

    /// Whether anything was handed out to be sent.
    boolean begun() {
        return !sent.isEmpty();
    }

    /// Counts the text as sent: it is on its way from here on.
    void sent(String text) {
        sent.append(text);
    }

    /// The part of this piece, and of those held back before, that may be sent.
    String take(TextStream.Piece piece) {
        if (ended()) {
            return "";
        }
        String released = screening.push(piece.text());
        if (screening.blocked()) {
            finishReason = BLOCKED;
            return released;
        }
        return piece.finishReason() == null ? released : released + end(piece.finishReason());
    }

    /// The rest, when the model is done without having said why.
    String endIfOpen() {
        return ended() ? "" : end("stop");
    }

    private String end(String reason) {
        String rest = screening.finish();
        finishReason = screening.blocked() ? BLOCKED : reason;
        return rest;
    }

    Labelled label(Labelling labelling) {
        return labelling.labelSent(
                work, sent.toString(), screening.verdict().entry(), finishReason == null ? "" : finishReason);
    }
}
