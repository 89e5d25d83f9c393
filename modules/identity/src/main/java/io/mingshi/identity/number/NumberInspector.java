package io.mingshi.identity.number;

import java.time.LocalDate;

/// Makes the checks that need nobody else: no answer here says that a number was issued, or to whom.
public final class NumberInspector {
    /// Years; a margin above the longest documented life of 122 years.
    public static final int MAX_AGE = BirthDate.MAX_AGE;

    private NumberInspector() {}

    /// @param typed as a person types it: full-width digits, a lower-case x and +86 are understood
    /// @param today the day in Asia/Shanghai, where age is counted
    public static Inspection inspect(NumberKind kind, String typed, LocalDate today) {
        String plain = Spelling.plain(typed);
        return switch (kind) {
            case RESIDENT_ID -> ResidentNumber.inspect(plain, today);
            case PERMIT -> PermitNumber.inspect(plain, today);
            case FOREIGN_RESIDENT -> ForeignResidentNumber.inspect(plain, today);
            case CREDIT_CODE -> CreditCode.inspect(plain);
            case MOBILE -> MobileNumber.inspect(plain);
        };
    }
}
