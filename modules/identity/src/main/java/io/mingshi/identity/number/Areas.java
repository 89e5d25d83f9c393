package io.mingshi.identity.number;

import java.util.Set;

/// The province-level areas of GB/T 2260, by their first two digits.
///
/// Only these are checked: counties were renumbered so often that a list of them would refuse real people.
final class Areas {
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71");

    private Areas() {}

    static boolean knows(String province) {
        return PROVINCES.contains(province);
    }
}
