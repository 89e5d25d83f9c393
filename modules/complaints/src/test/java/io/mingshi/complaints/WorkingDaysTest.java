package io.mingshi.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.contracts.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private final WorkingDays calendar = WorkingDays.published();

    @Test
    void aHolidayOnAWeekdayDoesNotCount() {
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-10-07"))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-10-08"))).isTrue();
    }

    @Test
    void aWorkedWeekendCounts() {
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-10-10"))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-10-11"))).isFalse();
    }

    @Test
    void theLimitIsThePublishedNumberOfWorkingDaysAfterTheDayOfFiling() {
        Instant beforeTheGoldenWeek = Instant.parse("2026-09-30T04:00:00Z");
        assertThat(ResultLimit.GENERAL.due(beforeTheGoldenWeek, calendar))
                .isEqualTo(Instant.parse("2026-10-13T15:59:59Z"));
        assertThat(ResultLimit.PERSONAL_INFORMATION.due(TestClock.FRIDAY, calendar))
                .isEqualTo(Instant.parse("2026-12-11T15:59:59Z"));
    }

    @Test
    void theDayIsTheOneInChina() {
        Instant fridayInLondonSaturdayInShanghai = Instant.parse("2026-11-20T17:00:00Z");
        assertThat(ResultLimit.GENERAL.due(fridayInLondonSaturdayInShanghai, calendar))
                .isEqualTo(Instant.parse("2026-11-27T15:59:59Z"));
    }

    @Test
    void noMatterMayTakeLongerThanFifteenWorkingDays() {
        for (ResultLimit limit : ResultLimit.values()) {
            assertThat(limit.workingDays()).isBetween(1, 15);
        }
    }

    @Test
    void aFloodIsRefusedAndTheNextMinuteIsFree() {
        var clock = new TestClock();
        var rate = new EntryRate(clock);
        for (int i = 0; i < EntryRate.PER_MINUTE; i++) {
            rate.enter();
        }
        assertThatThrownBy(rate::enter)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("TOO_MANY_COMPLAINTS");
        clock.set(TestClock.FRIDAY.plus(Duration.ofMinutes(1)));
        rate.enter();
    }
}
