package io.mingshi.labels.container.image;

import io.mingshi.labels.container.Bytes;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A profile written in hexadecimal digits into a PNG text chunk, as ImageMagick does.
final class RawProfile {
    static final String KEYWORD = "Raw profile type ";

    private static final Pattern HEAD = Pattern.compile("\\s*[A-Za-z0-9]{1,16}\\s+(\\d{1,8})\\s+");

    private RawProfile() {}

    /// The bytes of the profile, or nothing if the digits cannot be read.
    static Optional<byte[]> read(byte[] text) {
        String all = Bytes.latin1(text, 0, text.length);
        Matcher head = HEAD.matcher(all);
        if (!head.lookingAt()) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder(all.length());
        for (int i = head.end(); i < all.length(); i++) {
            if (!Character.isWhitespace(all.charAt(i)) && all.charAt(i) != 0) {
                digits.append(all.charAt(i));
            }
        }
        try {
            byte[] profile = HexFormat.of().parseHex(digits);
            return profile.length == Integer.parseInt(head.group(1)) ? Optional.of(profile) : Optional.empty();
        } catch (IllegalArgumentException notHexadecimal) {
            return Optional.empty();
        }
    }
}
