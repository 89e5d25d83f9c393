package io.mingshi.gateway.http;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A table as [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180) writes it, in which no cell is a formula to a
/// spreadsheet.
final class Csv {
    private static final String FORMULAS = "=+-@|%";

    private final StringBuilder text = new StringBuilder();

    Csv(List<String> head) {
        row(head.toArray());
    }

    void row(Object... cells) {
        text.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /// What begins like a formula gets an apostrophe before it, which spreadsheets take as: this is text.
    private static String cell(Object value) {
        String cell = value.toString();
        if (value instanceof String && couldBeFormula(cell)) {
            cell = "'" + cell;
        }
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    /// Leading blanks do not keep a spreadsheet from it.
    private static boolean couldBeFormula(String cell) {
        String seen = cell.stripLeading();
        return !seen.equals(cell) || (!seen.isEmpty() && FORMULAS.indexOf(seen.charAt(0)) >= 0);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
