package io.mingshi.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The little of HTTP that is needed where no library keeps thousands of open answers.
final class Http {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private Http() {}

    /// Reads a request to its end.
    static void skipRequest(InputStream in) throws IOException {
        Matcher length = LENGTH.matcher(until(in, "\r\n\r\n"));
        if (length.find()) {
            in.skipNBytes(Long.parseLong(length.group(1)));
        }
    }

    /// Reads until these words, and no byte more.
    static String until(InputStream in, String words) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(words, Math.max(0, read.length() - words.length())) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("ended after: " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
