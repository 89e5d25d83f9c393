package io.mingshi.evidencelog;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;

import java.time.Duration;

/// How a log works.
///
/// @param integrateEvery how long an entry waits at most before it is in the tree; zero: only when
/// [EvidenceLog#integrate] is called
/// @param remembered how many of the last entries are recognised when they come again; 160 bytes of memory for
/// each. Zero is for entries that cannot come twice: it costs nothing, and each gets an index of its own
public record LogSettings(Duration integrateEvery, int remembered) {
    /// An entry is in the tree within this time.
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /// Four rounds a second, and about 40 MB for what is remembered.
    public static final LogSettings DEFAULT = new LogSettings(Duration.ofMillis(250), 1 << 18);

    private static final int MOST_REMEMBERED = 1 << 24;

    /// Settings that keep the promise.
    public LogSettings {
        if (integrateEvery.isNegative() || integrateEvery.compareTo(LONGEST_WAIT) > 0) {
            throw MALFORMED.with("entries are integrated at least once in " + LONGEST_WAIT);
        }
        if (remembered < 0 || remembered > MOST_REMEMBERED) {
            throw MALFORMED.with("between 0 and " + MOST_REMEMBERED + " entries are remembered");
        }
    }
}
