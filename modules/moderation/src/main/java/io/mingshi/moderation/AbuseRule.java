package io.mingshi.moderation;

import io.mingshi.contracts.PersonId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// When an account is suspended without anybody's doing, and for how long: the numbers that are published are
/// the ones that count.
///
/// GB/T 45654-2025 wants an account suspended after three violating inputs in a row or five on a day, which
/// is the setting that this module comes with; how long is the provider's own choice.
@Singleton
public class AbuseRule {
    /// The first suspension of an account, the second, and every later one.
    public static final List<Duration> SUSPENSIONS =
            List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    /// Whose day it is.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// Who decides where this rule does.
    public static final PersonId PLATFORM = new PersonId("platform");

    private final int inARow;
    private final int onADay;

    AbuseRule(
            @ConfigProperty(name = "mingshi.moderation.abuse.in-a-row") int inARow,
            @ConfigProperty(name = "mingshi.moderation.abuse.on-a-day") int onADay) {
        if (inARow < 1 || onADay < 1) {
            throw new IllegalStateException("the settings mingshi.moderation.abuse.* are at least 1");
        }
        this.inARow = inARow;
        this.onADay = onADay;
    }

    /// Violations in a row, without a work between them.
    public int inARow() {
        return inARow;
    }

    /// Violations on one day in China.
    public int onADay() {
        return onADay;
    }

    /// @param earlier how many suspensions by this rule the account had before
    public static Duration suspension(long earlier) {
        return SUSPENSIONS.get((int) Math.min(earlier, SUSPENSIONS.size() - 1L));
    }
}
