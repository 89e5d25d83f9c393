package io.mingshi.logs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Recognises the personal data of the tests in a line: every resident number by its structure, mobile numbers and
/// names by the constructed vectors.
///
/// Lines are compared as bytes, each of which is one character here, so that binary files can be searched too.
final class PersonalData {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])[1-9]\\d{5}(?:19|20)\\d{2}[01]\\d[0-3]\\d{4}[\\dXx](?![0-9A-Za-z])");
    private static final List<String> MOBILES = List.of("13800138000", "13900139000", "13700137000");
    private static final List<String> NAMES = List.of("测试用户", "张三", "李四", "张小三", "张君宝");
    private static final Pattern WORDS = Pattern.compile(Stream.concat(MOBILES.stream(), NAMES.stream())
            .map(word -> "(?<![0-9])"
                    + Pattern.quote(new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                    + "(?![0-9])")
            .collect(Collectors.joining("|")));
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private PersonalData() {}

    /// The first finding in a line, if there is one.
    static Optional<String> in(String line) {
        return Stream.concat(
                        NUMBER.matcher(line).results().map(MatchResult::group).filter(PersonalData::checked),
                        WORDS.matcher(line).results().map(MatchResult::group))
                .findFirst();
    }

    /// GB 11643-1999: ISO 7064 MOD 11-2, so that other numbers of 18 digits are left alone.
    private static boolean checked(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }
}
