package io.mingshi.gateway.generation;

import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.screening.ScreenedStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A call of a tool that a model is still writing; its name is held until it is complete, then screened.
final class OpenCall {
    private final int choice;
    private final int number;
    private final String id;
    private final ScreenedStream nameScreening;
    private final StreamedText arguments;
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder sent = new StringBuilder();
    private boolean named;

    OpenCall(int choice, int number, ProduceId work, Supplier<ScreenedStream> screens) {
        this.choice = choice;
        this.number = number;
        this.id = "call_" + work + "_" + number;
        this.nameScreening = screens.get();
        this.arguments = new StreamedText(screens);
    }

    int number() {
        return number;
    }

    /// The screening that blocked, or the one of the arguments.
    ScreenedStream blocking() {
        return nameScreening.blocked() ? nameScreening : arguments.screening();
    }

    List<Frame> take(TextStream.CallPiece piece) {
        if (!named) {
            name.append(piece.name());
        }
        if (piece.arguments().isEmpty()) {
            return List.of();
        }
        List<Frame> frames = new ArrayList<>(begin());
        if (!nameScreening.blocked()) {
            add(arguments.push(piece.arguments()), frames);
        }
        return frames;
    }

    List<Frame> finish() {
        List<Frame> frames = new ArrayList<>(begin());
        if (!nameScreening.blocked()) {
            add(arguments.finish(), frames);
        }
        return frames;
    }

    private List<Frame> begin() {
        if (named) {
            return List.of();
        }
        named = true;
        String released = nameScreening.push(name.toString()) + nameScreening.finish();
        return nameScreening.blocked() ? List.of() : List.of(new Frame.CallBegun(choice, number, id, released));
    }

    private void add(String released, List<Frame> frames) {
        if (!released.isEmpty()) {
            frames.add(new Frame.CallArguments(choice, number, released));
        }
    }

    void sent(String part) {
        sent.append(part);
    }

    ToolCall asSent() {
        return new ToolCall(id, name.toString(), sent.toString());
    }
}
