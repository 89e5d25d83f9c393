package io.mingshi.records.export.archive;

import java.util.Locale;

/// Writes pages that run nothing and load nothing.
final class Html {
    private static final String STYLE =
            "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}"
                    + "pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f4f4;padding:.5rem;margin:.3rem 0}"
                    + "h2{font-size:1rem;margin:1.5rem 0 0}";

    private Html() {}

    static void start(StringBuilder page, String title) {
        page.append("<!DOCTYPE html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\">"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>");
        escape(page, title);
        page.append("</title><style>").append(STYLE).append("</style></head><body>\n<h1>");
        escape(page, title);
        page.append("</h1>\n");
    }

    static void end(StringBuilder page) {
        page.append("</body></html>\n");
    }

    /// What would be markup is text, and what nobody sees, or what turns the order of the letters around, is shown by
    /// its number.
    static void escape(StringBuilder page, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                default -> {
                    if (isUnseen(c)) {
                        page.append(String.format(Locale.ROOT, "[U+%04X]", (int) c));
                    } else {
                        page.append(c);
                    }
                }
            }
        }
    }

    private static boolean isUnseen(char c) {
        if (c < 0x7f) {
            return c < ' ' && c != '\n' && c != '\t';
        }
        return c < 0xa0
                || (c >= 0x2000 && (Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029))
                || c == 0xad
                || c == 0x61c;
    }
}
