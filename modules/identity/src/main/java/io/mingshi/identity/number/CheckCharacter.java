package io.mingshi.identity.number;

/// The check character of 18-character personal numbers: ISO 7064 MOD 11-2, as in GB 11643-1999.
///
/// It finds every single changed character and every swap of neighbours.
final class CheckCharacter {
    private static final String CHARACTERS = "10X98765432";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private CheckCharacter() {}

    /// The check character of the first 17 digits of `digits`.
    static char of(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return CHARACTERS.charAt(sum % CHARACTERS.length());
    }

    static boolean agrees(String number) {
        return of(number) == number.charAt(WEIGHTS.length);
    }
}
