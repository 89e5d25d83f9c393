package io.mingshi.localstack.authority;

import java.time.Duration;

/// What the sandbox answers; the name in the question decides, so that every case can be played at will.
enum Verdict {
    MATCH,
    MISMATCH,
    NO_RECORD,
    /// A match that comes later than anybody waits.
    LATE,
    /// Out of service.
    BROKEN,
    /// Out of service at the first try of a question, and a match at the next.
    FLAKY,
    /// A match in one word and none in another.
    CONTRADICTORY;

    /// How long a late answer takes.
    static final Duration LATENESS = Duration.ofSeconds(8);

    static Verdict of(String name) {
        if (name.contains("不符")) {
            return MISMATCH;
        }
        if (name.contains("无此人")) {
            return NO_RECORD;
        }
        if (name.contains("超时")) {
            return LATE;
        }
        if (name.contains("断续")) {
            return FLAKY;
        }
        if (name.contains("矛盾")) {
            return CONTRADICTORY;
        }
        return name.contains("故障") ? BROKEN : MATCH;
    }
}
