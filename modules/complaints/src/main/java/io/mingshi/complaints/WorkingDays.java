package io.mingshi.complaints;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The working days of mainland China: weekdays without public holidays, and the weekends that are worked instead.
public final class WorkingDays {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String RESOURCE = "/io/mingshi/complaints/calendar.txt";

    /// True for a weekend that is worked, false for a holiday.
    private final Map<LocalDate, Boolean> exceptions;

    private WorkingDays(Map<LocalDate, Boolean> exceptions) {
        this.exceptions = Map.copyOf(exceptions);
    }

    /// The calendar that comes with this module.
    public static WorkingDays published() {
        try (InputStream in = Objects.requireNonNull(WorkingDays.class.getResourceAsStream(RESOURCE), RESOURCE);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<LocalDate, Boolean> exceptions = new HashMap<>();
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        String[] fields = line.split(" ", 3);
                        exceptions.put(LocalDate.parse(fields[0]), fields[1].equals("+"));
                    });
            return new WorkingDays(exceptions);
        } catch (IOException e) {
            throw new UncheckedIOException("the calendar of working days cannot be read", e);
        }
    }

    boolean isWorkingDay(LocalDate day) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return exceptions.getOrDefault(day, weekday);
    }

    /// The last second of the n-th working day after the day of `start`.
    Instant endOfDayAfter(Instant start, int days) {
        LocalDate day = LocalDate.ofInstant(start, ZONE);
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day.plusDays(1).atStartOfDay(ZONE).minusSeconds(1).toInstant();
    }
}
