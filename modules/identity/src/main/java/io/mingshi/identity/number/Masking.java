package io.mingshi.identity.number;

/// What of personal data may be shown to its owner on a screen that others may see.
public final class Masking {
    private static final int HEAD = 3;
    private static final int TAIL = 2;

    private Masking() {}

    /// The first character of a name and a star for each other one.
    public static String name(String name) {
        int head = name.offsetByCodePoints(0, Math.min(1, name.length()));
        return name.substring(0, head) + "*".repeat(Math.max(1, name.codePointCount(head, name.length())));
    }

    /// The first three and the last two characters of a number; nothing of a short one.
    public static String number(String number) {
        int hidden = number.length() - HEAD - TAIL;
        if (hidden < HEAD) {
            return "*".repeat(number.length());
        }
        return number.substring(0, HEAD) + "*".repeat(hidden) + number.substring(number.length() - TAIL);
    }
}
