package io.mingshi.identity.number;

import java.util.Locale;

/// Brings the ways in which people type a number to one: full-width characters to ASCII, letters to upper case.
final class Spelling {
    private static final char FIRST_FULL_WIDTH = '\uFF01';
    private static final char LAST_FULL_WIDTH = '\uFF5E';
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final char IDEOGRAPHIC_SPACE = '\u3000';

    private Spelling() {}

    static String plain(String typed) {
        var plain = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            plain.append(halfWidth(typed.charAt(i)));
        }
        return plain.toString().strip().toUpperCase(Locale.ROOT);
    }

    private static char halfWidth(char c) {
        if (c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH) {
            return (char) (c - FULL_WIDTH_OFFSET);
        }
        return c == IDEOGRAPHIC_SPACE ? ' ' : c;
    }
}
