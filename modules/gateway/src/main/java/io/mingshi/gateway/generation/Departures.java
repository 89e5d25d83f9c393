package io.mingshi.gateway.generation;

/// Tells when the client of the request under way has left, so that nobody works for nobody.
public interface Departures {
    /// Does this when the client leaves before the watch is closed; never, where no client waits.
    Watch whenGone(Runnable action);

    /// An action that is waiting to be needed.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
