package io.mingshi.labels;

import java.util.regex.Pattern;

/// The two registration numbers a provider code can be bound to, with their check characters.
final class SubjectCode {
    /// No I, O, S, V, Z.
    private static final String CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("[0-9]{17}[0-9X]");
    private static final String IDENTITY_CHECKS = "10X98765432";

    private SubjectCode() {}

    /// GB 32100-2015: weights 3^i mod 31; the whole sum is a multiple of 31.
    static boolean isCreditCode(String number) {
        if (!CREDIT_CODE.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < number.length() - 1; i++) {
            sum += weight * CREDIT_CODE_ALPHABET.indexOf(number.charAt(i));
            weight = weight * 3 % 31;
        }
        int check = CREDIT_CODE_ALPHABET.indexOf(number.charAt(number.length() - 1));
        return (sum + check) % 31 == 0;
    }

    /// GB 11643-1999: ISO 7064 MOD 11-2 over 17 digits.
    static boolean isIdentityNumber(String number) {
        if (!IDENTITY_NUMBER.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (1 << (17 - i)) % 11 * (number.charAt(i) - '0');
        }
        return IDENTITY_CHECKS.charAt(sum % 11) == number.charAt(17);
    }
}
