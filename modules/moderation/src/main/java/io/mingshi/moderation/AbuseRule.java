package io.mingshi.moderation;

import io.mingshi.contracts.PersonId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/// When an account is suspended without anybody's doing, and for how long: the numbers that are published are
/// the
/// ones that count.
///
/// GB/T 45654-2025 wants an account suspended after three violating inputs in a row or five on a day; how long
/// is the
/// provider's own choice.
public final class AbuseRule {
    /// Violations in a row, without a work between them.
    public static final int IN_A_ROW = 3;

    /// Violations on one day in China.
    public static final int ON_A_DAY = 5;

    /// The first suspension of an account, the second, and every later one.
    public static final List<Duration> SUSPENSIONS =
            List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    /// Whose day it is.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// Who decides where this rule does.
    public static final PersonId PLATFORM = new PersonId("platform");

    private AbuseRule() {}

    /// @param earlier how many suspensions by this rule the account had before
    public static Duration suspension(long earlier) {
        return SUSPENSIONS.get((int) Math.min(earlier, SUSPENSIONS.size() - 1L));
    }
}
