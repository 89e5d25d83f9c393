package io.mingshi.gateway.key;

import java.time.LocalDate;

/// How long a quota lasts; a calendar day or month.
public enum Period {
    DAY,
    MONTH;

    /// The first day of the window that holds this day.
    public LocalDate begins(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /// The first day of the window after the one that holds this day.
    public LocalDate renewed(LocalDate day) {
        return switch (this) {
            case DAY -> day.plusDays(1);
            case MONTH -> day.withDayOfMonth(1).plusMonths(1);
        };
    }
}
