package io.mingshi.identity.number;

import static io.mingshi.identity.number.NumberCheck.AREA;
import static io.mingshi.identity.number.NumberCheck.CHECKSUM;
import static io.mingshi.identity.number.NumberCheck.FORMAT;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// Resident identity number, GB 11643-1999: 6 area, 8 birth date, 3 sequence, 1 check character.
final class ResidentNumber {
    private static final Pattern CURRENT = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern OLD = Pattern.compile("[0-9]{15}");

    private ResidentNumber() {}

    static Inspection inspect(String plain, LocalDate today) {
        var findings = new Findings();
        boolean old = OLD.matcher(plain).matches();
        String number = old ? current(plain) : plain;
        boolean formed = findings.add(
                FORMAT,
                CURRENT.matcher(number).matches(),
                old
                        ? "an old number of 15 digits, read as its form of 18 characters in the 20th century"
                        : "17 digits and a check character",
                "a resident identity number has 17 digits and a last character of 0-9 or X");
        if (!formed) {
            return findings.close(NumberKind.RESIDENT_ID, number, Optional.empty());
        }
        addChecksum(number, findings);
        findings.add(
                AREA,
                Areas.knows(number.substring(0, 2)),
                "the area is one that numbers are issued for",
                "no resident identity number was ever issued for this area: check the first six digits");
        return findings.close(NumberKind.RESIDENT_ID, number, BirthDate.check(number, today, findings));
    }

    static void addChecksum(String number, Findings findings) {
        findings.add(
                CHECKSUM,
                CheckCharacter.agrees(number),
                "the check character agrees",
                "the last character does not agree with the others: a character is wrong or two are swapped");
    }

    /// The form of 18 characters of an old number: the century is put in and the check character computed.
    private static String current(String old) {
        String digits = old.substring(0, 6) + "19" + old.substring(6);
        return digits + CheckCharacter.of(digits);
    }
}
