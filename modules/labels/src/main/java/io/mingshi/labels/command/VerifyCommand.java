package io.mingshi.labels.command;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.Verdict;
import io.mingshi.labels.VerificationReport;
import io.mingshi.labels.VerifyOptions;
import io.mingshi.labels.container.document.Sidecar;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Reads the labels of files.
@Command(
        name = "verify",
        description = {
            "Reads every label of files and says how they stand to GB 45438-2025.",
            "Ends with 0 only if all files are compliant."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
    /// A longer file beside a text is something else.
    private static final int LONGEST_SIDECAR = 1 << 17;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files and folders; - is standard input")
    private List<Path> inputs;

    @Option(names = "--json", description = "one JSON object a line for each file")
    private boolean json;

    @Option(
            names = "--keys",
            paramLabel = "FOLDER",
            description = "a folder with what you know: watermark key, producers' keys, trusted certificates"
                    + " (see mingshi keys)")
    @Nullable
    private Path keys;

    @Option(
            names = "--effort",
            defaultValue = "content",
            description = "how far to look: structure (nothing is decoded), content, thorough (watermarks also in cut"
                    + " and turned pictures)")
    private VerifyOptions.Effort effort = VerifyOptions.Effort.CONTENT;

    @Override
    public Integer call() throws IOException {
        LabelVerifier verifier = new LabelVerifier(options());
        if (inputs.equals(List.of(Path.of(Inputs.DASH)))) {
            return one(verifier, Inputs.spooled(System.in), Path.of("standard input"));
        }
        List<Inputs> files = Inputs.of(inputs);
        boolean several = inputs.size() > 1 || Files.isDirectory(inputs.getFirst());
        return several
                ? many(verifier, files)
                : one(verifier, files.getFirst().file(), files.getFirst().name());
    }

    private VerifyOptions options() throws IOException {
        VerifyOptions options = keys == null ? VerifyOptions.PUBLIC : new KeyFolder(keys).knowledge();
        return options.with(effort);
    }

    private int one(LabelVerifier verifier, Path file, Path name) throws IOException {
        VerificationReport report = verifier.verify(file);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ReportText.json(name, report));
        } else {
            ReportText.print(name, report, out);
        }
        boolean fits = sidecarFits(file, out);
        StandardOutput.requireWritten(out);
        return report.verdict() == Verdict.COMPLIANT && fits ? Main.DONE : Main.NOT_ALL;
    }

    /// Whether the sidecar of a text, if there is one, is about this very text.
    private boolean sidecarFits(Path file, PrintWriter out) throws IOException {
        Path sidecar = Path.of(file + Sidecar.ENDING);
        if (!Files.isRegularFile(sidecar) || Files.size(sidecar) > LONGEST_SIDECAR) {
            return true;
        }
        Sidecar.Verified verified;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            verified = Sidecar.verify(Source.of(channel), Files.readAllBytes(sidecar));
        }
        String found = switch (verified) {
            case Sidecar.Fits fits -> "the sidecar fits: " + fits.label();
            case Sidecar.Differs _ -> "the sidecar is about another text, or the text was changed";
        };
        if (!json) {
            out.println("  " + Shown.line(found));
        }
        return verified instanceof Sidecar.Fits;
    }

    private int many(LabelVerifier verifier, List<Inputs> files) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(spec.commandLine().getErr(), files.size());
        Summary summary = new Summary();
        for (Inputs input : files) {
            progress.on(input.name().toString());
            try {
                VerificationReport report = verifier.verify(input.file());
                summary.verified(input.name(), report);
                if (json) {
                    out.println(ReportText.json(input.name(), report));
                }
            } catch (LabelException | IOException | UncheckedIOException | IllegalArgumentException unreadable) {
                summary.refused(input.name(), unreadable);
                if (json) {
                    out.println(ReportText.json(input.name(), unreadable));
                }
            }
        }
        progress.end();
        if (!json) {
            summary.print(out);
        }
        StandardOutput.requireWritten(out);
        return summary.isComplete() ? Main.DONE : Main.NOT_ALL;
    }
}
