package io.mingshi.records.export.archive;

import java.time.DateTimeException;
import java.time.Instant;

/// What the evidence log says of a position.
public sealed interface LogEntry {
    /// A record was kept.
    record Kept(String event, String retentionClass, Instant received, String seal) implements LogEntry {}

    /// The record had vanished before the log was told of it.
    record Missing() implements LogEntry {}

    /// Reads an entry.
    static LogEntry parse(byte[] entry, long position) {
        FlatObject read = FlatObject.parse(entry, "entry " + position + " of the log");
        if (read.members().containsKey("missing")) {
            return new Missing();
        }
        return new Kept(read.at("event"), read.at("class"), instant(read.at("received")), read.at("seal"));
    }

    /// An instant as an export writes it.
    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw NotVerified.because("a time in the export is not one", "导出文件中的一个时间不是有效时间");
        }
    }
}
