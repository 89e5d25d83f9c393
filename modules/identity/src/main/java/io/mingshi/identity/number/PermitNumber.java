package io.mingshi.identity.number;

import static io.mingshi.identity.number.NumberCheck.AREA;
import static io.mingshi.identity.number.NumberCheck.FORMAT;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Documents of Hong Kong, Macau and Taiwan residents.
///
/// The residence permit is built like a resident identity number with an area of its own. Travel permits carry neither
/// a birth date nor a public check character: only their form can be checked.
final class PermitNumber {
    private static final Pattern RESIDENCE = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern TRAVEL = Pattern.compile("[HM](?:[0-9]{8}|[0-9]{10})|[0-9]{8}");
    private static final Set<String> AREAS = Set.of("810000", "820000", "830000");

    private PermitNumber() {}

    static boolean claims(String plain) {
        return AREAS.stream().anyMatch(plain::startsWith)
                || TRAVEL.matcher(plain).matches();
    }

    static Inspection inspect(String plain, LocalDate today) {
        var findings = new Findings();
        boolean residence = RESIDENCE.matcher(plain).matches();
        boolean travel = TRAVEL.matcher(plain).matches();
        findings.add(
                FORMAT,
                residence || travel,
                residence ? "17 digits and a check character" : "the form of a travel permit, which has no more checks",
                "a residence permit has 17 digits and a last character of 0-9 or X; a travel permit has H or M and"
                        + " 8 or 10 digits, or 8 digits");
        if (!residence) {
            return findings.close(NumberKind.PERMIT, plain, Optional.empty());
        }
        ResidentNumber.addChecksum(plain, findings);
        findings.add(
                AREA,
                AREAS.contains(plain.substring(0, 6)),
                "the area is one of Hong Kong, Macau and Taiwan residents",
                "a residence permit begins with 810000, 820000 or 830000");
        return findings.close(NumberKind.PERMIT, plain, BirthDate.check(plain, today, findings));
    }
}
