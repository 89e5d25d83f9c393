package io.mingshi.gateway.generation;

import io.mingshi.contracts.ProduceId;
import io.mingshi.labels.LabeledContent;

/// A work whose record is committed: the only thing an edge may send. Only this package makes one.
public final class Recorded {
    private final Labelled labelled;

    Recorded(Labelled labelled) {
        this.labelled = labelled;
    }

    public ProduceId work() {
        return labelled.work();
    }

    public LabeledContent content() {
        return labelled.content();
    }

    /// What the client of a conversation is sent of it.
    ///
    /// @throws IllegalStateException when it is no answer, or was sent piece by piece
    public Answer answer() {
        return labelled.answer().orElseThrow(() -> new IllegalStateException(work() + " is no whole answer"));
    }

    /// Why a text ends, such as `stop`; empty for other kinds.
    public String finishReason() {
        return labelled.finishReason();
    }
}
