package io.mingshi.conformance.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Runs the commands that make the moderation of any gateway fail and work again.
record CommandOutage(String before, String after) implements Outage {
    @Override
    public void begin() {
        run(before);
    }

    @Override
    public void end() {
        run(after);
    }

    private static void run(String command) {
        try {
            int status = new ProcessBuilder("sh", "-euc", command)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("the command ended with status " + status + ": " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the command could not be run: " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while this ran: " + command, e);
        }
    }
}
