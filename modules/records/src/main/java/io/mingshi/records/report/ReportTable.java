package io.mingshi.records.report;

import java.util.SortedMap;

/// A report as lines of three columns: part, name, value ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)).
final class ReportTable {
    private final StringBuilder csv = new StringBuilder("part,name,value\r\n");

    private ReportTable() {}

    static String of(Report report) {
        var table = new ReportTable();
        table.add("report", "period", report.period());
        table.add("report", "from", report.from());
        table.add("report", "to", report.to());
        table.add("report", "over", report.over());
        report.records()
                .forEach(counted ->
                        table.add("records", counted.retentionClass() + " " + counted.type(), counted.count()));
        table.generations(report.generations());
        table.add("complaints", "opened", report.complaints().opened());
        table.add("complaints", "closed", report.complaints().closed());
        table.add("complaints", "upheld", report.complaints().upheld());
        table.add("complaints", "open", report.complaints().open());
        table.add("complaints", "overdue", report.complaints().overdue());
        table.add("works", "taken down", report.takedowns());
        table.add("consents", "requested", report.consents().requested());
        table.add("consents", "granted", report.consents().granted());
        table.add("consents", "refused", report.consents().refused());
        table.add("consents", "withdrawn", report.consents().withdrawn());
        table.add("privileged reads", report.privilegedReads());
        report.verifications()
                .forEach(result -> table.add("verification " + result.id(), result.outcome(), result.findings()));
        report.reconciliations()
                .forEach(result -> table.add("reconciliation " + result.id(), result.outcome(), result.findings()));
        table.add("missing", "events", report.missing().events());
        table.add("missing", "reused numbers", report.missing().reused());
        table.add("making", "at", report.making().at());
        table.add("making", "unlogged", report.making().unlogged());
        table.add("making", "missing", report.making().missing());
        table.add("making", "object lock", report.making().objectLock());
        table.add("making", "checkpoint", report.making().checkpoint());
        return table.csv.toString();
    }

    private void generations(Report.Generations generations) {
        add("generations", "admitted", generations.admitted());
        add("generations", "refused", generations.refused());
        add("generations", "recorded", generations.recorded());
        add("generations", "delivered", generations.delivered());
        add("generations", "published", generations.published());
        add("refused by problem", generations.refusedByProblem());
        add("refused by category", generations.refusedByCategory());
        add("generations", "refusals that cannot be read", generations.illegible());
    }

    private void add(String part, SortedMap<String, Long> counts) {
        counts.forEach((name, count) -> add(part, name, count));
    }

    private void add(String part, String name, Object value) {
        csv.append(cell(part)).append(',').append(cell(name)).append(',').append(cell(String.valueOf(value)));
        csv.append("\r\n");
    }

    /// A cell that a spreadsheet would compute is made a text.
    private static String cell(String text) {
        String plain = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return plain.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + plain.replace("\"", "\"\"") + '"'
                : plain;
    }
}
