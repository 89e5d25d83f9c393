package io.mingshi.localstack;

import java.util.concurrent.atomic.AtomicBoolean;

/// Something that must happen once before this process ends, by whatever way it ends in order.
final class Shutdown {
    /// What has to be done.
    interface Deed {
        void run() throws Exception;
    }

    private final Deed deed;
    private final AtomicBoolean begun = new AtomicBoolean();

    private Shutdown(Deed deed) {
        this.deed = deed;
    }

    /// Arranges for the deed to be done at SIGINT, SIGTERM and SIGHUP too.
    static Shutdown install(Deed deed) {
        Shutdown shutdown = new Shutdown(deed);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::run, "shutdown"));
        return shutdown;
    }

    /// Does the deed, or waits for it if another thread is doing it.
    synchronized void run() {
        if (begun.getAndSet(true)) {
            return;
        }
        try {
            deed.run();
        } catch (Exception e) {
            System.err.println("The stop was not orderly: " + e);
        }
    }
}
