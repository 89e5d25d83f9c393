package io.mingshi.identity;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;

/// Ages that the law attaches something to; a year is completed at midnight of the birthday, in Asia/Shanghai.
///
/// Who is born on 29 February completes a year on 1 March where the year has no such day.
public final class Birthday {
    /// Years; below it only a guardian may consent,
    /// [PIPL-31](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm).
    public static final int GUARDIAN_UNTIL = 14;

    /// Years; below it a person is a minor.
    public static final int MINOR_UNTIL = 18;

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    private Birthday() {}

    static boolean needsGuardian(LocalDate birth, LocalDate today) {
        return today.isBefore(completes(GUARDIAN_UNTIL, birth));
    }

    static boolean isMinor(LocalDate birth, LocalDate today) {
        return today.isBefore(completes(MINOR_UNTIL, birth));
    }

    private static LocalDate completes(int years, LocalDate birth) {
        int year = birth.getYear() + years;
        return MonthDay.from(birth).equals(LEAP_DAY) && !Year.isLeap(year)
                ? LocalDate.of(year, 3, 1)
                : birth.plusYears(years);
    }
}
