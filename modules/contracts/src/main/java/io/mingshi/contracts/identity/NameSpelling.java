package io.mingshi.contracts.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// One spelling of a person's name however it was typed, so that modules compare the same letters.
public final class NameSpelling {
    /// What the keyed hash of a name in this spelling is for: hashes for other things are unrelated.
    public static final String MARK = "person.name";

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s\\u00B7\\u2022\\u30FB.-]+");

    private NameSpelling() {}

    /// Without what stands between the parts of a name, in upper case.
    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        return BETWEEN_NAMES.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
