package io.mingshi.labels.command;

import java.util.function.IntPredicate;

/// Text out of files, made fit for a terminal and for JSON: a label may hold characters that forge a line.
final class Shown {
    private Shown() {}

    /// One line: what moves the cursor, breaks the line, turns the direction or is no character stands as its escape.
    static String line(String text) {
        return escaped(text, Shown::isHidden);
    }

    /// Text that JSON can hold: halves of surrogate pairs stand as their escape.
    static String wellFormed(String text) {
        return escaped(text, codePoint -> Character.getType(codePoint) == Character.SURROGATE);
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static String escaped(String text, IntPredicate which) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (which.test(codePoint)) {
                for (char unit : Character.toChars(codePoint)) {
                    shown.append("\\u%04x".formatted((int) unit));
                }
            } else {
                shown.appendCodePoint(codePoint);
            }
        });
        return shown.toString();
    }
}
