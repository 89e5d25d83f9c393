package io.mingshi.servicekit.http;

/// Watches whether bytes that somebody waits for come fast enough.
///
/// A credit of patience is used up by the time that passes, and earned back by bytes. For one thread.
final class Pace {
    private static final double SECOND = 1e9;

    private final HttpLimits limits;
    private boolean waiting;
    private long since;
    private long seen;
    private long progress;
    private double credit;

    Pace(HttpLimits limits) {
        this.limits = limits;
    }

    /// @param waits whether anybody waits for bytes now
    /// @param bytes how many came up to now
    /// @param nanos the time now
    boolean tooSlow(boolean waits, long bytes, long nanos) {
        if (!waits || !waiting) {
            waiting = waits;
            since = nanos;
            credit = (double) limits.patience().toNanos();
        } else {
            double earned = (double) (bytes - progress) * SECOND / limits.leastPace();
            credit = Math.min((double) limits.patience().toNanos(), credit + earned - (double) (nanos - seen));
        }
        seen = nanos;
        progress = bytes;
        return waiting && (credit < 0 || nanos - since > limits.transferLimit().toNanos());
    }
}
