package io.mingshi.labels.command;

import com.upokecenter.cbor.CBORObject;
import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.Finding;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.VerificationReport;
import io.mingshi.labels.container.Perceived;
import java.io.PrintWriter;
import java.nio.file.Path;

/// A report as text for people and as JSON for programs.
final class ReportText {
    private ReportText() {}

    static void print(Path name, VerificationReport report, PrintWriter out) {
        print(
                out,
                name + ": " + report.verdict()
                        + report.type().map(type -> " (" + type + ")").orElse(""));
        report.label().ifPresent(label -> printLabel(label, out));
        report.watermark().ifPresent(id -> print(out, "  watermark     %016x".formatted(id)));
        for (Finding finding : report.findings()) {
            print(
                    out,
                    "  %-13s %-5s %s at %s"
                            .formatted(finding.layer(), finding.code().weight(), finding.code(), finding.location()));
            print(out, "                      " + finding.wants());
        }
    }

    private static void print(PrintWriter out, String line) {
        out.println(Shown.line(line));
    }

    private static void printLabel(AigcLabel label, PrintWriter out) {
        print(out, "  Label         " + label.label() + meaning(label.label()));
        print(out, "  producer      " + label.contentProducer() + " " + label.produceId());
        if (!label.contentPropagator().isEmpty()) {
            print(out, "  propagator    " + label.contentPropagator() + " " + label.propagateId());
        }
    }

    private static String meaning(String label) {
        return switch (label) {
            case "1" -> ", is synthetic";
            case "2" -> ", may be synthetic";
            default -> ", is suspected to be synthetic";
        };
    }

    static String json(Path name, VerificationReport report) {
        CBORObject json = CBORObject.NewOrderedMap()
                .Add("file", Shown.wellFormed(name.toString()))
                .Add("verdict", report.verdict().name())
                .Add("mediaType", report.type().map(MediaType::mimeType).orElse(null));
        json.Add("label", report.label().map(ReportText::label).orElse(CBORObject.Null));
        json.Add("explicit", explicit(report.explicit()));
        json.Add(
                "watermark",
                report.watermark().isPresent()
                        ? "%016x".formatted(report.watermark().getAsLong())
                        : null);
        CBORObject findings = CBORObject.NewArray();
        report.findings()
                .forEach(finding -> findings.Add(CBORObject.NewOrderedMap()
                        .Add("layer", finding.layer().name())
                        .Add("location", Shown.wellFormed(finding.location()))
                        .Add("code", finding.code().name())
                        .Add("weight", finding.code().weight().name())
                        .Add("wants", Shown.wellFormed(finding.wants()))));
        return json.Add("findings", findings).ToJSONString();
    }

    static String json(Path name, Exception unreadable) {
        return CBORObject.NewOrderedMap()
                .Add("file", Shown.wellFormed(name.toString()))
                .Add("error", Shown.wellFormed(Main.sentence(unreadable)))
                .ToJSONString();
    }

    private static CBORObject label(AigcLabel label) {
        return CBORObject.NewOrderedMap()
                .Add("Label", Shown.wellFormed(label.label()))
                .Add("ContentProducer", Shown.wellFormed(label.contentProducer()))
                .Add("ProduceID", Shown.wellFormed(label.produceId()))
                .Add("ReservedCode1", Shown.wellFormed(label.reservedCode1()))
                .Add("ContentPropagator", Shown.wellFormed(label.contentPropagator()))
                .Add("PropagateID", Shown.wellFormed(label.propagateId()))
                .Add("ReservedCode2", Shown.wellFormed(label.reservedCode2()));
    }

    private static CBORObject explicit(Perceived perceived) {
        return switch (perceived) {
            case Perceived.Found found -> {
                CBORObject json =
                        CBORObject.NewOrderedMap().Add("found", true).Add("where", Shown.wellFormed(found.where()));
                found.box()
                        .ifPresent(box -> json.Add(
                                "box",
                                CBORObject.NewOrderedMap()
                                        .Add("x", box.x())
                                        .Add("y", box.y())
                                        .Add("width", box.width())
                                        .Add("height", box.height())));
                yield json;
            }
            case Perceived.NotFound missing ->
                CBORObject.NewOrderedMap().Add("found", false).Add("where", Shown.wellFormed(missing.where()));
            case Perceived.NotChecked unknown ->
                CBORObject.NewOrderedMap().Add("found", CBORObject.Null).Add("why", Shown.wellFormed(unknown.why()));
        };
    }
}
