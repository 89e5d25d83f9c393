package io.mingshi.labels.command;

import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.Finding;
import io.mingshi.labels.LabelReceipt;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.Verdict;
import io.mingshi.labels.VerificationReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A table of what became of many files.
final class Summary {
    private record Row(String name, String type, String result, String detail) {
        Row {
            name = Shown.line(name);
            detail = Shown.line(detail);
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private boolean complete = true;

    /// One line about a labelled file.
    static String of(LabelReceipt receipt) {
        AigcLabel label = receipt.label();
        return label.contentPropagator().isEmpty()
                ? "labelled as " + label.produceId() + ", read back "
                        + receipt.report().verdict()
                : "kept the label of " + label.contentProducer() + ", added you as propagator with "
                        + label.propagateId();
    }

    void labelled(Path name, LabelReceipt receipt) {
        rows.add(new Row(name.toString(), receipt.type().name(), "LABELLED", of(receipt)));
    }

    void refused(Path name, Exception reason) {
        complete = false;
        rows.add(new Row(name.toString(), "", "REFUSED", Main.sentence(reason)));
    }

    void verified(Path name, VerificationReport report) {
        complete &= report.verdict() == Verdict.COMPLIANT;
        String detail = report.findings().stream()
                .filter(finding -> finding.code().weight() != Finding.Weight.NOTE)
                .findFirst()
                .map(finding -> finding.code() + " at " + finding.location())
                .or(() -> report.label().map(label -> label.contentProducer() + " " + label.produceId()))
                .orElse("");
        rows.add(new Row(
                name.toString(),
                report.type().map(MediaType::name).orElse("?"),
                report.verdict().name(),
                detail));
    }

    boolean isComplete() {
        return complete;
    }

    void print(PrintWriter out) {
        int name = width(rows.stream().map(Row::name).toList());
        int type = width(rows.stream().map(Row::type).toList());
        int result = width(rows.stream().map(Row::result).toList());
        String format = "%-" + name + "s  %-" + type + "s  %-" + result + "s  %s%n";
        rows.forEach(row -> out.printf(format, row.name, row.type, row.result, row.detail));
        out.flush();
    }

    private static int width(List<String> texts) {
        return Math.max(1, texts.stream().mapToInt(String::length).max().orElse(1));
    }
}
