package io.mingshi.gateway.generation;

import io.mingshi.gateway.JsonEscapes;

/// A call of one of the requester's own tools, as a model wants it made.
///
/// @param id as the answer names it, given by the gateway
/// @param arguments JSON as the model wrote it
public record ToolCall(String id, String name, String arguments) {
    /// The most calls in one answer.
    public static final int MOST = 128;

    /// What the call says, to be screened: its arguments as written, and with their escapes read.
    String says() {
        return name + "\n" + arguments + "\n" + JsonEscapes.read(arguments);
    }

    /// The call as the record of the work keeps it.
    String written() {
        return "\n[" + name + "] " + arguments + "\n";
    }
}
