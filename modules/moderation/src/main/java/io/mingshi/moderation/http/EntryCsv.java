package io.mingshi.moderation.http;

import static io.mingshi.moderation.ModerationProblem.PROPOSAL_INCOMPLETE;

import io.mingshi.contracts.moderation.LibraryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Entries as comma-separated values (RFC 4180) with a head line.
final class EntryCsv {
    private static final String HEAD = "rule,category,term,kind,verdict,audience,pinyin,meaning,threshold";
    private static final int COLUMNS = 9;

    private EntryCsv() {}

    static String write(List<LibraryEntry> entries) {
        return entries.stream()
                .map(EntryCsv::line)
                .collect(Collectors.joining("\r\n", HEAD + "\r\n", entries.isEmpty() ? "" : "\r\n"));
    }

    /// @throws io.mingshi.contracts.ProblemException `PROPOSAL_INCOMPLETE` when it is not in this form
    static List<EntryBody> read(String csv) {
        List<List<String>> records = Csv.records(csv);
        if (records.isEmpty() || !String.join(",", records.getFirst()).equals(HEAD)) {
            throw PROPOSAL_INCOMPLETE.with("the first line must be " + HEAD);
        }
        var entries = new ArrayList<EntryBody>();
        for (List<String> fields : records.subList(1, records.size())) {
            if (fields.size() != COLUMNS) {
                throw PROPOSAL_INCOMPLETE.with(
                        "line " + (entries.size() + 2) + " has " + fields.size() + " fields instead of " + COLUMNS);
            }
            entries.add(entry(fields));
        }
        return entries;
    }

    private static EntryBody entry(List<String> fields) {
        return new EntryBody(
                fields.get(1),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                fields.get(5),
                Boolean.valueOf(fields.get(6)),
                fields.get(7),
                number(fields.get(8)));
    }

    private static @Nullable Double number(String field) {
        try {
            return field.isBlank() ? null : Double.valueOf(field);
        } catch (NumberFormatException e) {
            throw PROPOSAL_INCOMPLETE.with("the threshold " + field + " is no number");
        }
    }

    private static String line(LibraryEntry entry) {
        return Stream.of(
                        entry.ruleId(),
                        entry.category(),
                        entry.term(),
                        entry.kind().name(),
                        entry.action().name(),
                        entry.audience().name(),
                        String.valueOf(entry.pinyin()),
                        entry.meaning() == null ? "" : entry.meaning(),
                        entry.threshold() == null ? "" : entry.threshold().toString())
                .map(Csv::field)
                .collect(Collectors.joining(","));
    }
}
