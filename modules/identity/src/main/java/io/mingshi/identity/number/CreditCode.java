package io.mingshi.identity.number;

import static io.mingshi.identity.number.NumberCheck.CHECKSUM;
import static io.mingshi.identity.number.NumberCheck.FORMAT;
import static io.mingshi.identity.number.NumberCheck.ORGANIZATION_CODE;

import java.util.Optional;
import java.util.regex.Pattern;

/// Unified social credit code, GB 32100-2015: authority, class, 6 area digits, 9 organisation code, 1 check character.
///
/// The registering authority may be a letter: such authorities exist, and the check character decides in any case.
/// The area is not checked: codes of national registers do not name a province.
final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM = Pattern.compile("[%1$s]{2}[0-9]{6}[%1$s]{10}".formatted(ALPHABET));
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int ORGANIZATION_BEGIN = 8;

    private CreditCode() {}

    static Inspection inspect(String plain) {
        var findings = new Findings();
        boolean formed = findings.add(
                FORMAT,
                FORM.matcher(plain).matches(),
                "18 characters of the code's alphabet",
                "a unified social credit code has 18 digits and capital letters without I, O, S, V and Z; characters"
                        + " 3 to 8 are digits");
        if (formed) {
            addChecks(plain, findings);
        }
        return findings.close(NumberKind.CREDIT_CODE, plain, Optional.empty());
    }

    private static void addChecks(String code, Findings findings) {
        findings.add(
                CHECKSUM,
                check(code) == code.charAt(WEIGHTS.length),
                "the check character agrees",
                "the last character does not agree with the others: a character is wrong or two are swapped");
        findings.add(
                ORGANIZATION_CODE,
                organizationCheck(code) == code.charAt(ORGANIZATION_BEGIN + ORGANIZATION_WEIGHTS.length),
                "the organisation code agrees with its own check character",
                "the organisation code does not agree with its own check character; a warning only");
    }

    private static char check(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(code.charAt(i));
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char organizationCheck(String code) {
        int sum = 0;
        for (int i = 0; i < ORGANIZATION_WEIGHTS.length; i++) {
            sum += ORGANIZATION_WEIGHTS[i] * Character.digit(code.charAt(ORGANIZATION_BEGIN + i), 36);
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : (char) ('0' + check % 11);
    }
}
