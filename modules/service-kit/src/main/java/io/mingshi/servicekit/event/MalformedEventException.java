package io.mingshi.servicekit.event;

/// A message is not an event that this version understands; it goes to the dead letters.
public final class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedEventException(String message, Throwable cause) {
        super(message, cause);
    }

    MalformedEventException(String message) {
        super(message);
    }
}
