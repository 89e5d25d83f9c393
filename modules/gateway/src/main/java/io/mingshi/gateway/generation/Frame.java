package io.mingshi.gateway.generation;

/// A part of one of the choices of a stream, screened and to be sent now.
public sealed interface Frame {
    /// Which of the choices, from 0.
    int choice();

    /// More of the text.
    record Text(int choice, String text) implements Frame {}

    /// The notice, where the answer itself cannot hold it.
    record Beside(int choice, String notice) implements Frame {}

    /// A call of a tool begins.
    ///
    /// @param call which of the calls of this choice, from 0
    record CallBegun(int choice, int call, String id, String name) implements Frame {}

    /// More of the arguments of a call.
    record CallArguments(int choice, int call, String arguments) implements Frame {}
}
