package io.mingshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.contracts.identity.AgeGroup;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BirthdayTest {
    private static final LocalDate BIRTH = LocalDate.of(2012, 11, 22);
    private static final LocalDate LEAP_BIRTH = LocalDate.of(2012, 2, 29);

    /// Part of PIPL-31.1.
    @Test
    void theGuardianIsNeededUntilMidnightInShanghaiBeforeTheFourteenthBirthday() {
        assertThat(Birthday.ageGroup(BIRTH, shanghai("2026-11-21T15:59:59Z"))).isEqualTo(AgeGroup.UNDER_14);
        assertThat(Birthday.ageGroup(BIRTH, shanghai("2026-11-21T16:00:00Z"))).isEqualTo(AgeGroup.FROM_14_TO_17);
    }

    @Test
    void aMinorComesOfAgeAtMidnightInShanghai() {
        assertThat(Birthday.ageGroup(BIRTH, shanghai("2030-11-21T15:59:59Z"))).isEqualTo(AgeGroup.FROM_14_TO_17);
        assertThat(Birthday.ageGroup(BIRTH, shanghai("2030-11-21T16:00:00Z"))).isEqualTo(AgeGroup.ADULT);
    }

    /// Part of PIPL-31.1.
    @Test
    void aLeapDayChildCompletesTheYearOnTheFirstOfMarch() {
        assertThat(Birthday.ageGroup(LEAP_BIRTH, LocalDate.of(2026, 2, 28))).isEqualTo(AgeGroup.UNDER_14);
        assertThat(Birthday.ageGroup(LEAP_BIRTH, LocalDate.of(2026, 3, 1))).isEqualTo(AgeGroup.FROM_14_TO_17);
    }

    private static LocalDate shanghai(String instant) {
        return LocalDate.now(Clock.fixed(Instant.parse(instant), ZoneId.of("Asia/Shanghai")));
    }
}
