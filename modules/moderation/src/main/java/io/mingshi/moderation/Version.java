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

    /// SHA-256 over one line per entry, `rule <tab> category <tab> term <line feed>`, in the order of the rules.
    static String hashOf(List<LibraryEntry> entries) {
        var lines = new StringBuilder();
        entries.stream()
                .sorted(ORDER)
                .forEach(entry -> lines.append(entry.ruleId())
                        .append('\t')
                        .append(entry.category())
                        .append('\t')
                        .append(entry.term())
                        .append('\n'));
        return Sha256.of(lines.toString());
    }
}
