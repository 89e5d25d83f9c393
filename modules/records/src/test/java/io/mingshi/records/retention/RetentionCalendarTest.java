package io.mingshi.records.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.contracts.ProblemException;
import io.mingshi.records.RetentionClass;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionCalendarTest {
    @ParameterizedTest
    @CsvSource({
        "2025-08-31T12:00:00+08:00, P6M, 2026-03-01T00:00:00+08:00",
        "2023-08-31T12:00:00+08:00, P6M, 2024-03-01T00:00:00+08:00",
        "2023-08-29T12:00:00+08:00, P6M, 2024-03-01T00:00:00+08:00",
        "2025-08-28T00:00:00+08:00, P6M, 2026-03-01T00:00:00+08:00",
        "2025-08-27T23:59:59+08:00, P6M, 2026-02-28T00:00:00+08:00",
        "2024-02-29T08:00:00+08:00, P3Y, 2027-03-01T00:00:00+08:00",
        "2025-12-31T23:00:00+08:00, P6M, 2026-07-01T00:00:00+08:00",
        "2025-12-31T17:00:00Z, P6M, 2026-07-02T00:00:00+08:00"
    })
    void aPeriodEndsWithTheSameDayOfItsMonthOrTheLastInBeijing(
            OffsetDateTime start, Period period, OffsetDateTime over) {
        assertThat(RetentionCalendar.over(start.toInstant(), period)).isEqualTo(over.toInstant());
    }

    @Test
    void aMonthIsOverOnlyWhenTheYoungestRecordThatItCanHoldIs() {
        Instant youngest = RetentionCalendar.youngest(YearMonth.of(2025, 8));
        assertThat(youngest).isEqualTo(Instant.parse("2025-08-31T23:59:59.999999Z"));
        Instant over = Instant.parse("2026-03-01T16:00:00Z"); // 1 September in Beijing and six months, to its end
        RetentionCalendar.requireOver(RetentionClass.NETWORK_LOG, youngest, over);
        assertThatThrownBy(
                        () -> RetentionCalendar.requireOver(RetentionClass.NETWORK_LOG, youngest, over.minusMillis(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("stay at least P6M");
    }

    @Test
    void noMaximumIsShorterThanItsMinimumAndWhatIsNotClassedStaysAsLongAsAnything() {
        long longest = 0;
        for (RetentionClass one : RetentionClass.values()) {
            long minimum = one.minimum().toTotalMonths();
            longest = Math.max(longest, minimum);
            assertThat(one.maximum().map(Period::toTotalMonths).orElse(Long.MAX_VALUE))
                    .isGreaterThanOrEqualTo(minimum);
        }
        assertThat(RetentionClass.UNCLASSED.minimum().toTotalMonths()).isEqualTo(longest);
    }
}
