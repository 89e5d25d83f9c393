package io.mingshi.gateway.generation;

import java.util.List;
import java.util.Optional;

/// What the client of a conversation is sent of a recorded work; only this package makes one.
public final class Answer {
    private final String text;
    private final List<ToolCall> calls;
    private final Optional<String> beside;

    Answer(String text, List<ToolCall> calls, Optional<String> beside) {
        this.text = text;
        this.calls = List.copyOf(calls);
        this.beside = beside;
    }

    /// The text, which begins with the notice unless that goes [#beside()] it; empty where there are only calls.
    public String text() {
        return text;
    }

    public List<ToolCall> calls() {
        return calls;
    }

    /// The notice to be shown with it where the answer itself cannot hold it: JSON, and calls without a text.
    public Optional<String> beside() {
        return beside;
    }
}
