package io.mingshi.evidencelog.note;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.TOO_LARGE;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What all the text formats here have in common.
public final class Texts {
    private static final int MAX_DIGITS = 19;

    private Texts() {}

    /// UTF-8 without control characters other than the newline; everything else is refused.
    public static String utf8(byte[] bytes, int maxBytes, String what) {
        if (bytes.length > maxBytes) {
            throw TOO_LARGE.with(what + " has " + bytes.length + " bytes; at most " + maxBytes + " are read");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw MALFORMED.with(what + " is not UTF-8", e);
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw MALFORMED.with(what + " has a control character");
        }
        return text;
    }

    /// A decimal number from 0 to 2^63 - 1 in its one canonical form.
    public static long number(String digits, String what) {
        boolean canonical = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        if (canonical) {
            try {
                return Long.parseLong(digits);
            } catch (NumberFormatException e) {
                throw MALFORMED.with(what + " is larger than this library counts", e);
            }
        }
        throw MALFORMED.with(what + " is not a decimal number without leading zeroes");
    }

    /// Base64 with padding, in its one canonical form.
    public static byte[] base64(String text, String what) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw MALFORMED.with(what + " is not Base64", e);
        }
        throw MALFORMED.with(what + " is not canonical Base64");
    }

    /// A name of a key: not empty, no space of any kind, no plus.
    static String keyName(String name) {
        boolean good = !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85);
        if (!good) {
            throw MALFORMED.with("a key name is not empty and has neither spaces nor plus signs");
        }
        return name;
    }
}
