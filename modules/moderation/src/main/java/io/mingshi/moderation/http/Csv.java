package io.mingshi.moderation.http;

import static io.mingshi.moderation.ModerationProblem.PROPOSAL_INCOMPLETE;

import java.util.ArrayList;
import java.util.List;

/// Comma-separated values as in RFC 4180.
final class Csv {
    private static final int MOST_RECORDS = 25_000;

    private Csv() {}

    /// A field as it is written, quoted where it must be.
    static String field(String value) {
        boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    /// @throws io.mingshi.contracts.ProblemException `PROPOSAL_INCOMPLETE` when a quotation mark is not closed
    static List<List<String>> records(String text) {
        var records = new ArrayList<List<String>>();
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        String ended = text.endsWith("\n") || text.isEmpty() ? text : text + "\n";
        for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < ended.length(); i++) {
            char c = ended.charAt(i);
            if (quoted) {
                boolean doubled = c == '"' && i + 1 < ended.length() && ended.charAt(i + 1) == '"';
                quoted = c != '"' || doubled;
                i += doubled ? 1 : 0;
                if (quoted) {
                    field.append(c);
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    records.add(List.copyOf(fields));
                    fields.clear();
                    requireFew(records);
                }
            } else if (c != '\r') {
                field.append(c);
            }
        }
        if (quoted) {
            throw PROPOSAL_INCOMPLETE.with("a quotation mark is not closed");
        }
        return records;
    }

    private static void requireFew(List<List<String>> records) {
        if (records.size() > MOST_RECORDS) {
            throw PROPOSAL_INCOMPLETE.with("there are more than " + MOST_RECORDS + " lines: send them in parts");
        }
    }
}
