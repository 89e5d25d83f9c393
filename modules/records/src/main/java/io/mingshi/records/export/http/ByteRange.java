package io.mingshi.records.export.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One range of a file that is asked for
/// ([RFC 9110, 14](https://www.rfc-editor.org/rfc/rfc9110#section-14)).
///
/// @param length more than nothing
record ByteRange(long start, long length) {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// Empty when the whole file is to be sent: nothing, several ranges or something else is asked for.
    ///
    /// @throws IllegalArgumentException when the file has no such bytes
    static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher matcher = RANGE.matcher(header == null ? "" : header.strip());
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.empty();
        }
        long start;
        long end = size - 1;
        if (matcher.group(1).isEmpty()) {
            start = Math.max(0, size - Long.parseLong(matcher.group(2)));
        } else {
            start = Long.parseLong(matcher.group(1));
            end = matcher.group(2).isEmpty() ? end : Math.min(end, Long.parseLong(matcher.group(2)));
        }
        if (start > end) {
            throw new IllegalArgumentException("the file has " + size + " bytes");
        }
        return Optional.of(new ByteRange(start, end - start + 1));
    }
}
