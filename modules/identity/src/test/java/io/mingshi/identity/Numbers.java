package io.mingshi.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// Makes resident numbers of nobody for a birth date of choice.
final class Numbers {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Numbers() {}

    static String bornOn(LocalDate date) {
        return withCheck("110000" + date.format(DateTimeFormatter.BASIC_ISO_DATE) + "001");
    }

    static String withCheck(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
