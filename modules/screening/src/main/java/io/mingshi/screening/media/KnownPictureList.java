package io.mingshi.screening.media;

import io.mingshi.labels.fingerprint.PictureFingerprint;
import io.mingshi.screening.media.KnownPictures.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads a list of known pictures: one PDQ hash of 64 hexadecimal digits a line.
///
/// As others exchange such lists, more fields may follow after a comma and are left alone; empty lines and lines
/// that begin with `#` too. Anything else is an error: a list that was read in part would promise more than it holds.
public final class KnownPictureList {
    /// A thousand characters hold a hash and any note.
    private static final int LONGEST_LINE = 1_000;

    private static final int MOST = 20_000_000;

    private KnownPictureList() {}

    /// Adds the list to the collection.
    ///
    /// @throws IllegalArgumentException with the number of the line that is wrong
    public static void read(Reader list, Origin origin, KnownPictures.Collection into) throws IOException {
        var lines = new BufferedReader(list);
        int number = 0;
        for (String line = line(lines); line != null; line = line(lines)) {
            number++;
            String hash = line.split(",", 2)[0].strip();
            if (hash.isEmpty() || hash.startsWith("#")) {
                continue;
            }
            if (number > MOST) {
                throw new IllegalArgumentException("a list has at most " + MOST + " lines");
            }
            int at = number;
            into.add(
                    PictureFingerprint.parse(hash.toLowerCase(Locale.ROOT))
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "line " + at + " is no PDQ hash of 64 hexadecimal digits")),
                    origin);
        }
    }

    static KnownPictures read(String list, Origin origin) throws IOException {
        var collection = new KnownPictures.Collection();
        read(new StringReader(list), origin, collection);
        return collection.indexed();
    }

    /// The next line, or null at the end; never more than the limit is held.
    private static @Nullable String line(Reader lines) throws IOException {
        var line = new StringBuilder();
        int character = lines.read();
        if (character < 0) {
            return null;
        }
        for (; character >= 0 && character != '\n'; character = lines.read()) {
            if (line.length() == LONGEST_LINE) {
                throw new IllegalArgumentException("a line has more than " + LONGEST_LINE + " characters");
            }
            line.append((char) character);
        }
        return line.toString();
    }
}
