package io.mingshi.localstack.part;

import io.mingshi.localstack.process.Launch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// One supervised part: a program with what has to be done before and after it starts.
public interface Part {
    /// Returns the name, fit for file names and for `./mingshi logs NAME`.
    String name();

    /// Returns the port on 127.0.0.1 that others use.
    int port();

    /// Returns the names of the parts that must be ready before it starts.
    default List<String> after() {
        return List.of();
    }

    /// Does what has to be done once: unpack, format. Repeating it after an interruption must be harmless.
    default void prepare(Consumer<String> doing) throws IOException, InterruptedException {}

    /// Does what needs the parts of [#after], just before each start.
    default void settle(Consumer<String> doing) throws IOException {}

    /// Returns how to start it.
    Launch launch() throws IOException;

    /// Says whether it answers.
    boolean ready();

    /// Does what needs the running program before others may use it.
    default void complete(Consumer<String> doing) throws IOException {}

    /// Returns how long it may take until ready.
    default Duration patience() {
        return Duration.ofMinutes(4);
    }
}
