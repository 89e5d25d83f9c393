package io.mingshi.governance;

import static io.mingshi.governance.GovernanceProblem.NOT_FILED;
import static io.mingshi.governance.GovernanceProblem.REGISTRATION_INCOMPLETE;

/// The number under which a model is filed or registered with the authority, as the public sees it.
record FilingNumber(String value) {
    /// What the demonstration models show instead of a number.
    static final FilingNumber DEMONSTRATION = new FilingNumber("DEMONSTRATION-NOT-FILED");

    private static final int LONGEST = 128;

    FilingNumber {
        value = value.strip();
        if (value.isEmpty() || value.length() > LONGEST || value.codePoints().anyMatch(Character::isISOControl)) {
            throw REGISTRATION_INCOMPLETE.with("give the filing number, 1 to " + LONGEST + " characters in one line");
        }
    }

    boolean isDemonstration() {
        return value.regionMatches(true, 0, "DEMONSTRATION", 0, "DEMONSTRATION".length());
    }

    /// Outside production a demonstration may run; in production only what is filed.
    /// [GAI-17](http://www.cac.gov.cn/2023-07/13/c_1690898327029107.htm)
    FilingNumber requireFiled(Profile profile) {
        if (profile == Profile.PRODUCTION && isDemonstration()) {
            throw NOT_FILED.with("in production a model needs the filing number that the authority gave it");
        }
        return this;
    }
}
