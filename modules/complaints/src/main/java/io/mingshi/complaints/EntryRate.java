package io.mingshi.complaints;

import static io.mingshi.complaints.ComplaintsProblem.TOO_MANY_COMPLAINTS;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// A bound on how many complaints one process accepts in a minute, so that a flood cannot fill the database.
@ApplicationScoped
class EntryRate {
    /// Far above what people file, far below what a program can.
    static final int PER_MINUTE = 120;

    private static final long MINUTE = 60_000;

    private final Clock clock;
    private long minute;
    private int count;

    EntryRate(Clock clock) {
        this.clock = clock;
    }

    /// @throws io.mingshi.contracts.ProblemException `TOO_MANY_COMPLAINTS`
    synchronized void enter() {
        long now = clock.millis() / MINUTE;
        if (now != minute) {
            minute = now;
            count = 0;
        }
        if (++count > PER_MINUTE) {
            throw TOO_MANY_COMPLAINTS.with("more than " + PER_MINUTE
                    + " complaints arrived within a minute: nothing of yours was kept, send it again in a minute");
        }
    }
}
