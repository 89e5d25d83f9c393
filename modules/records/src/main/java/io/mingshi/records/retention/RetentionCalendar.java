package io.mingshi.records.retention;

import static io.mingshi.records.RecordsProblem.MINIMUM_NOT_OVER;

import io.mingshi.records.RetentionClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Counts periods as the law does, by the calendar of Beijing time.
///
/// The day on which a period starts does not count; it ends with the last second of the same day of the month
/// in which it is over, or of that month's last day where there is no such day: 2025-08-31 and six months are
/// over at the end of 2026-02-28. Civil Code arts. 201 and 202,
/// [CIVIL-188](https://www.gov.cn/xinwen/2020-06/01/content_5516649.htm)
public final class RetentionCalendar {
    /// Where a day starts and ends.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private RetentionCalendar() {}

    /// The first instant after a period that something at `start` began.
    public static Instant over(Instant start, Period period) {
        LocalDate last = start.atZone(ZONE).toLocalDate().plus(period);
        return last.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /// The latest possible receipt in a month of UTC, which is how records are stored together.
    public static Instant youngest(YearMonth month) {
        return month.plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minus(1, ChronoUnit.MICROS);
    }

    /// @param latest the last start of a clock among the records in question
    /// @throws io.mingshi.contracts.ProblemException `MINIMUM_NOT_OVER`
    public static void requireOver(RetentionClass retentionClass, Instant latest, Instant now) {
        Instant over = over(latest, retentionClass.minimum());
        if (now.isBefore(over)) {
            throw MINIMUM_NOT_OVER.with("records of the class " + retentionClass + " stay at least "
                    + retentionClass.minimum() + " (" + retentionClass.rule() + "), these until " + over
                    + ": try again after that");
        }
    }
}
