package io.mingshi.identity.number;

import static io.mingshi.identity.number.NumberCheck.AGE;
import static io.mingshi.identity.number.NumberCheck.DATE;
import static io.mingshi.identity.number.NumberCheck.FUTURE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// The birth date inside a personal number, and the three checks on it.
final class BirthDate {
    /// Years; a margin above the longest documented life of 122 years.
    static final int MAX_AGE = 130;

    private static final int BEGIN = 6;

    private BirthDate() {}

    /// @param number has digits YYYYMMDD from its seventh character
    /// @param today the day at the place where age is counted
    static Optional<LocalDate> check(String number, LocalDate today, Findings findings) {
        Optional<LocalDate> date = parse(number);
        findings.add(
                DATE,
                date.isPresent(),
                "the birth date is a day of the calendar",
                "the birth date in the number is not a day of the calendar: check digits 7 to 14");
        date.ifPresent(day -> checkAge(day, today, findings));
        return date;
    }

    private static void checkAge(LocalDate birth, LocalDate today, Findings findings) {
        boolean born = findings.add(
                FUTURE,
                !birth.isAfter(today),
                "the birth date is not in the future",
                "the birth date in the number is in the future: check digits 7 to 14");
        if (born) {
            findings.add(
                    AGE,
                    birth.isAfter(today.minusYears(MAX_AGE)),
                    "the age is plausible",
                    "the birth date in the number makes an age of " + MAX_AGE + " years or more: check digits 7 to 14");
        }
    }

    private static Optional<LocalDate> parse(String number) {
        try {
            return Optional.of(LocalDate.of(digits(number, 0, 4), digits(number, 4, 6), digits(number, 6, 8)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int digits(String number, int from, int to) {
        return Integer.parseInt(number.substring(BEGIN + from, BEGIN + to));
    }
}
