package io.mingshi.moderation;

import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.moderation.LibraryEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// One version of the library by its number and the hash of its content.
public record Version(long version, String hash, Instant publishedAt) {
    /// The order in which entries are published and hashed.
    public static final Comparator<LibraryEntry> ORDER = Comparator.comparing(LibraryEntry::ruleId);

    /// SHA-256 over one line per entry in the order of the rules, `rule <tab> category <tab> term <line feed>`.
    ///
    /// An entry that is no plain term has six more fields before the line feed, a tab before each: kind, action,
    /// audience, pinyin, meaning, threshold.
    public static String hashOf(List<LibraryEntry> entries) {
        var lines = new StringBuilder();
        entries.stream()
                .sorted(ORDER)
                .forEach(entry -> lines.append(line(entry)).append('\n'));
        return Sha256.of(lines.toString());
    }

    private static String line(LibraryEntry entry) {
        var plain = new LibraryEntry(entry.ruleId(), entry.category(), entry.term());
        String line = String.join("\t", entry.ruleId(), entry.category(), entry.term());
        return entry.equals(plain)
                ? line
                : String.join(
                        "\t",
                        line,
                        entry.kind().name(),
                        entry.action().name(),
                        entry.audience().name(),
                        String.valueOf(entry.pinyin()),
                        entry.meaning() == null ? "" : entry.meaning(),
                        entry.threshold() == null ? "" : entry.threshold().toString());
    }
}
