package io.mingshi.identity.number;

import static io.mingshi.identity.number.NumberCheck.FORMAT;

import java.util.Optional;
import java.util.regex.Pattern;

/// Mainland mobile number: 11 digits, with or without the country code 86.
///
/// Carriers' segments are not checked, because numbers move between carriers.
final class MobileNumber {
    private static final Pattern FORM = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern COUNTRY_CODE = Pattern.compile("^(?:\\+86|0086|86(?=[0-9]{11}$))");

    private MobileNumber() {}

    static Inspection inspect(String plain) {
        String number = COUNTRY_CODE.matcher(plain.replaceAll("[ -]", "")).replaceFirst("");
        var findings = new Findings();
        findings.add(
                FORMAT,
                FORM.matcher(number).matches(),
                "11 digits that begin with 13 to 19",
                "a mainland mobile number has 11 digits and begins with 13 to 19; +86 may stand before it");
        return findings.close(NumberKind.MOBILE, number, Optional.empty());
    }
}
