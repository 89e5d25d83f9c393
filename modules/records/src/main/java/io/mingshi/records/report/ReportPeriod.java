package io.mingshi.records.report;

import static io.mingshi.records.RecordsProblem.REPORT_PERIOD_INVALID;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/// A day or a month as the calendar in China has it.
///
/// @param name such as `2026-11-24` or `2026-11`
/// @param from its first instant
/// @param to the first instant after it
record ReportPeriod(String name, Instant from, Instant to) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static ReportPeriod day(String date, Instant now) {
        try {
            LocalDate day = LocalDate.parse(date);
            return begun(
                    new ReportPeriod(
                            day.toString(),
                            day.atStartOfDay(ZONE).toInstant(),
                            day.plusDays(1).atStartOfDay(ZONE).toInstant()),
                    now);
        } catch (DateTimeException e) {
            throw REPORT_PERIOD_INVALID.with("a day is written as 2026-11-24");
        }
    }

    static ReportPeriod month(String text, Instant now) {
        try {
            YearMonth month = YearMonth.parse(text);
            return begun(
                    new ReportPeriod(
                            month.toString(),
                            month.atDay(1).atStartOfDay(ZONE).toInstant(),
                            month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant()),
                    now);
        } catch (DateTimeException e) {
            throw REPORT_PERIOD_INVALID.with("a month is written as 2026-11");
        }
    }

    private static ReportPeriod begun(ReportPeriod period, Instant now) {
        if (period.from().isAfter(now)) {
            throw REPORT_PERIOD_INVALID.with(period.name() + " has not begun yet in China: ask for one that has");
        }
        return period;
    }

    /// Whether nothing more can come.
    boolean isOver(Instant now) {
        return !to.isAfter(now);
    }
}
