package io.mingshi.conformance.upstream;

import java.util.List;

/// What the model says next: one turn for each choice, cut into pieces where it is streamed.
public record Said(List<Turn> turns, Cut cut) {
    public Said {
        turns = List.copyOf(turns);
    }

    public static Said text(String text, Cut cut) {
        return new Said(List.of(Turn.text(text)), cut);
    }

    /// One choice.
    ///
    /// @param refusal as OpenAI's protocol has one beside the text; empty for none
    /// @param reasoning what several servers send beside the text; empty for none
    public record Turn(String text, List<Call> calls, String refusal, String reasoning) {
        public Turn {
            calls = List.copyOf(calls);
        }

        public static Turn text(String text) {
            return new Turn(text, List.of(), "", "");
        }

        public static Turn calls(Call... calls) {
            return new Turn("", List.of(calls), "", "");
        }
    }

    /// A call of a tool.
    ///
    /// @param arguments JSON
    public record Call(String name, String arguments) {}
}
