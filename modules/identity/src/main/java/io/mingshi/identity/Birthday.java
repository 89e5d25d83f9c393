package io.mingshi.identity;

import io.mingshi.contracts.identity.AgeGroup;
import io.mingshi.identity.Claim.Fact;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Optional;

/// Ages that the law attaches something to; a year is completed at midnight of the birthday, in
/// Asia/Shanghai.
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

    /// The age of the person of a claim; empty when only the authority can tell it, or the claim is not
    /// about a person.
    static Optional<AgeGroup> of(Claim claim, Clock clock) {
        return switch (claim.fact()) {
            case Fact.Document document ->
                Optional.of(ageGroup(document.person().birthDate(), LocalDate.now(clock)));
            case Fact.Carrier carrier -> Optional.of(ageGroup(carrier.person().birthDate(), LocalDate.now(clock)));
            case Fact.Company _, Fact.National _ -> Optional.empty();
        };
    }

    static AgeGroup ageGroup(LocalDate birth, LocalDate today) {
        if (today.isBefore(completes(GUARDIAN_UNTIL, birth))) {
            return AgeGroup.UNDER_14;
        }
        return today.isBefore(completes(MINOR_UNTIL, birth)) ? AgeGroup.FROM_14_TO_17 : AgeGroup.ADULT;
    }

    /// The day on which somebody completes this many years.
    public static LocalDate completes(int years, LocalDate birth) {
        int year = birth.getYear() + years;
        return MonthDay.from(birth).equals(LEAP_DAY) && !Year.isLeap(year)
                ? LocalDate.of(year, 3, 1)
                : birth.plusYears(years);
    }
}
