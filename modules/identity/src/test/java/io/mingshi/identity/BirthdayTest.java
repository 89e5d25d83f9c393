package io.mingshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.Requirement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BirthdayTest {
    private static final LocalDate BIRTH = LocalDate.of(2012, 11, 22);
    private static final LocalDate LEAP_BIRTH = LocalDate.of(2012, 2, 29);

    @Test
    @Requirement("PIPL-31.1")
    void theGuardianIsNeededUntilMidnightInShanghaiBeforeTheFourteenthBirthday() {
        assertThat(Birthday.needsGuardian(BIRTH, shanghai("2026-11-21T15:59:59Z")))
                .isTrue();
        assertThat(Birthday.needsGuardian(BIRTH, shanghai("2026-11-21T16:00:00Z")))
                .isFalse();
    }

    @Test
    void aMinorComesOfAgeAtMidnightInShanghai() {
        assertThat(Birthday.isMinor(BIRTH, shanghai("2030-11-21T15:59:59Z"))).isTrue();
        assertThat(Birthday.isMinor(BIRTH, shanghai("2030-11-21T16:00:00Z"))).isFalse();
    }

    @Test
    @Requirement("PIPL-31.1")
    void aLeapDayChildCompletesTheYearOnTheFirstOfMarch() {
        assertThat(Birthday.needsGuardian(LEAP_BIRTH, LocalDate.of(2026, 2, 28)))
                .isTrue();
        assertThat(Birthday.needsGuardian(LEAP_BIRTH, LocalDate.of(2026, 3, 1))).isFalse();
    }

    private static LocalDate shanghai(String instant) {
        return LocalDate.now(Clock.fixed(Instant.parse(instant), ZoneId.of("Asia/Shanghai")));
    }
}
