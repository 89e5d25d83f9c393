package io.mingshi.identity.number;

import static io.mingshi.identity.number.NumberCheck.AREA;
import static io.mingshi.identity.number.NumberCheck.FORMAT;
import static io.mingshi.identity.number.NumberCheck.NATIONALITY;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// Foreign permanent resident identity card: 9, 2 place, 3 nationality, 8 birth date, 3 sequence, 1 check character.
///
/// The fields are inferred from published samples; the check character is confirmed. The older card of three letters
/// and 12 digits has no public check: only its form can be checked.
final class ForeignResidentNumber {
    private static final Pattern CARD = Pattern.compile("9[0-9]{16}[0-9X]");
    private static final Pattern OLDER_CARD = Pattern.compile("[A-Z]{3}[0-9]{12}");

    private ForeignResidentNumber() {}

    static boolean claims(String plain) {
        return CARD.matcher(plain).matches() || OLDER_CARD.matcher(plain).matches();
    }

    static Inspection inspect(String plain, LocalDate today) {
        var findings = new Findings();
        boolean card = CARD.matcher(plain).matches();
        findings.add(
                FORMAT,
                claims(plain),
                card ? "9, 16 digits and a check character" : "the form of the older card, which has no more checks",
                "a foreign permanent resident number has 18 characters and begins with 9, or three letters and 12"
                        + " digits on the older card");
        if (!card) {
            return findings.close(NumberKind.FOREIGN_RESIDENT, plain, Optional.empty());
        }
        ResidentNumber.addChecksum(plain, findings);
        findings.add(
                AREA,
                Areas.knows(plain.substring(1, 3)),
                "the place of issue exists",
                "the place of issue does not exist: check the second and third digit");
        findings.add(
                NATIONALITY,
                Countries.knows(plain.substring(3, 6)),
                "the nationality is a country of ISO 3166-1",
                "the nationality is no country of ISO 3166-1: check digits 4 to 6");
        return findings.close(NumberKind.FOREIGN_RESIDENT, plain, BirthDate.check(plain, today, findings));
    }
}
