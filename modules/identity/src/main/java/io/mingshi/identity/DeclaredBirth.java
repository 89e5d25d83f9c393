package io.mingshi.identity;

import static io.mingshi.identity.IdentityProblem.AGE_IMPLAUSIBLE;
import static io.mingshi.identity.IdentityProblem.BIRTH_DATE_IN_FUTURE;
import static io.mingshi.identity.IdentityProblem.BIRTH_DATE_UNKNOWN;
import static io.mingshi.identity.IdentityProblem.DATE_INVALID;

import io.mingshi.identity.number.NumberInspector;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The birth date of a person whose document does not tell it: travel permits and older foreign cards.
///
/// The authority is asked to confirm it with name and number, so a wrong one proves nothing.
final class DeclaredBirth {
    private DeclaredBirth() {}

    /// @param said as YYYY-MM-DD
    static LocalDate checked(@Nullable String said, LocalDate today) {
        if (said == null || said.isBlank()) {
            throw BIRTH_DATE_UNKNOWN.with("this document does not tell the birth date, which decides about guardians:"
                    + " send the field birthDate as YYYY-MM-DD");
        }
        LocalDate birth = parsed(said);
        if (birth.isAfter(today)) {
            throw BIRTH_DATE_IN_FUTURE.with("the birth date is in the future");
        }
        if (!birth.isAfter(today.minusYears(NumberInspector.MAX_AGE))) {
            throw AGE_IMPLAUSIBLE.with("the birth date makes an age of " + NumberInspector.MAX_AGE + " years or more");
        }
        return birth;
    }

    private static LocalDate parsed(String said) {
        try {
            return LocalDate.parse(said);
        } catch (DateTimeException e) {
            throw DATE_INVALID.with("the birth date is not a day of the calendar: send it as YYYY-MM-DD");
        }
    }
}
