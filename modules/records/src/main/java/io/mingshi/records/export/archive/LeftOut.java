package io.mingshi.records.export.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.records.FlatJson;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Entries of the period, one after another, that the log has and the export has no records of.
///
/// @param first the first position
/// @param last the last position
/// @param expiry the position of the record that tells of the expiry, for [Why#EXPIRED]
public record LeftOut(long first, long last, Why why, OptionalLong expiry) {
    /// Why there is no record.
    public enum Why {
        /// Its period of retention was over; a record in `expiry.jsonl` says so.
        EXPIRED,
        /// It vanished before the log was told of it: the log says so itself.
        MISSING,
        /// The database has no such record, and nothing explains that.
        LOST
    }

    /// The line without its newline.
    public byte[] bytes() {
        return new FlatJson()
                .with("first", Long.toString(first))
                .with("last", Long.toString(last))
                .with("why", why.name())
                .with("expiry", expiryText())
                .toString()
                .getBytes(UTF_8);
    }

    /// Reads a line.
    public static LeftOut parse(byte[] json, String what) {
        FlatObject read = FlatObject.parse(json, what);
        LeftOut found = new LeftOut(
                Numbers.parse(read.at("first")),
                Numbers.parse(read.at("last")),
                why(read.at("why"), what),
                read.members().containsKey("expiry")
                        ? OptionalLong.of(Numbers.parse(read.at("expiry")))
                        : OptionalLong.empty());
        if (found.first() > found.last()
                || (found.why() == Why.EXPIRED) != found.expiry().isPresent()) {
            throw FlatObject.notOne(what);
        }
        return found;
    }

    private @Nullable String expiryText() {
        return expiry.isPresent() ? Long.toString(expiry.getAsLong()) : null;
    }

    private static Why why(String name, String what) {
        for (Why why : Why.values()) {
            if (why.name().equals(name)) {
                return why;
            }
        }
        throw FlatObject.notOne(what);
    }
}
