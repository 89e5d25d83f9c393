package io.mingshi.labels.command;

import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.Finding;
import io.mingshi.labels.LabelEngine;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelReceipt;
import io.mingshi.labels.LabelRequest;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.ProviderCode;
import io.mingshi.labels.VerificationReport;
import io.mingshi.labels.VerifyOptions;
import io.mingshi.labels.container.document.Sidecar;
import io.mingshi.labels.source.Sink;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Labels files in the name of a provider.
@Command(
        name = "label",
        description = {
            "Labels files: what people perceive, and the AIGC metadata; then reads everything back.",
            "A file appears under its new name only when its labels were read in it."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LabelCommand implements Callable<Integer> {
    /// What is put into files of one's own alone.
    private static final List<String> ONLY_FOR_OWN_LABELS =
            List.of("--watermark", "--sign", "--c2pa", "--explicit", "--places", "--whole-film", "--voice-prompt");

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "IN", description = "files and folders; - is standard input")
    private List<Path> inputs;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "the labelled file, or a folder for several; - is standard output")
    private Path output;

    @Option(
            names = "--producer",
            paramLabel = "CODE",
            defaultValue = "${env:MINGSHI_PROVIDER_CODE}",
            description =
                    "your 27-character provider code (or the variable MINGSHI_PROVIDER_CODE); there is no default")
    @Nullable
    private String producer;

    @Option(
            names = "--produce-id",
            paramLabel = "ID",
            description = "your number for this content; one is made if none is given")
    @Nullable
    private String produceId;

    @Option(
            names = "--type",
            description = "the format, where neither bytes nor name tell it: ${COMPLETION-CANDIDATES}")
    @Nullable
    private MediaType type;

    @ArgGroup(validate = false, heading = "What people perceive:%n")
    private PerceptibleOptions perceptible = new PerceptibleOptions();

    @ArgGroup(validate = false, heading = "More layers (keys: see mingshi keys):%n")
    private LayerOptions layers = new LayerOptions();

    @Option(
            names = "--sidecar",
            description = "beside a plain text, which has no place for metadata, write them as NAME.aigc.json")
    private boolean sidecar;

    @Option(
            names = "--replace",
            description = "put this label in the place of another producer's; else that one is kept and you are"
                    + " added as the propagator")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        LabelEngine engine = new LabelEngine(code());
        boolean standardInput = inputs.equals(List.of(Path.of(Inputs.DASH)));
        if (standardInput) {
            return one(engine, Inputs.spooled(System.in), Path.of("standard-input"));
        }
        List<Inputs> files = Inputs.of(inputs);
        boolean several = inputs.size() > 1 || Files.isDirectory(inputs.getFirst());
        return several
                ? many(engine, files)
                : one(engine, files.getFirst().file(), files.getFirst().name());
    }

    private ProviderCode code() {
        if (producer == null || producer.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say who labels with --producer CODE: the 27-character code of the provider who offers the service.");
        }
        return ProviderCode.of(producer);
    }

    private int one(LabelEngine engine, Path file, Path name) throws IOException {
        boolean standardOutput = output.equals(Path.of(Inputs.DASH));
        Path target = Files.isDirectory(output) ? output.resolve(name) : output;
        LabelReceipt receipt = label(engine, file, name, standardOutput ? new StandardOutput() : Sink.file(target));
        if (!standardOutput) {
            writeSidecar(target, receipt);
        }
        PrintWriter messages = spec.commandLine().getErr();
        messages.println(Shown.line((standardOutput ? "standard output" : target) + ": " + Summary.of(receipt)));
        messages.flush();
        return Main.DONE;
    }

    private int many(LabelEngine engine, List<Inputs> files) throws IOException {
        if (produceId != null) {
            throw new ParameterException(
                    spec.commandLine(), "--produce-id numbers one file; leave it out for several, each gets its own.");
        }
        requireDifferentTargets(files);
        PrintWriter messages = spec.commandLine().getErr();
        Progress progress = new Progress(messages, files.size());
        Summary summary = new Summary();
        for (Inputs input : files) {
            progress.on(input.name().toString());
            Path target = output.resolve(input.name());
            try {
                Files.createDirectories(target.toAbsolutePath().getParent());
                LabelReceipt receipt = label(engine, input.file(), input.name(), Sink.file(target));
                writeSidecar(target, receipt);
                summary.labelled(input.name(), receipt);
            } catch (LabelException | IOException | UncheckedIOException | IllegalArgumentException refused) {
                summary.refused(input.name(), refused);
            }
        }
        progress.end();
        summary.print(spec.commandLine().getOut());
        StandardOutput.requireWritten(spec.commandLine().getOut());
        return summary.isComplete() ? Main.DONE : Main.NOT_ALL;
    }

    /// The second file of a name would take the place of the first without a word.
    private void requireDifferentTargets(List<Inputs> files) {
        Map<Path, Path> sources = new HashMap<>();
        for (Inputs input : files) {
            Path target = output.resolve(input.name()).normalize();
            Path other = sources.putIfAbsent(target, input.file());
            if (other != null) {
                throw new ParameterException(
                        spec.commandLine(),
                        other + " and " + input.file() + " would both become " + target
                                + ": label them one by one, or name the folder above both.");
            }
        }
    }

    private LabelReceipt label(LabelEngine engine, Path file, Path name, Sink sink) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Source content = Source.of(channel);
            return engine.label(typeOf(content, name), content, request(engine, content), sink);
        }
    }

    private void writeSidecar(Path text, LabelReceipt receipt) throws IOException {
        if (!sidecar || receipt.type() != MediaType.TEXT) {
            return;
        }
        try (FileChannel channel = FileChannel.open(text, StandardOpenOption.READ)) {
            byte[] written = Sidecar.write(Source.of(channel), receipt.label().toJson());
            Files.write(Path.of(text + Sidecar.ENDING), written);
        }
    }

    /// The bytes decide, except among texts, which may all look plain.
    private MediaType typeOf(Source content, Path name) throws IOException {
        Optional<MediaType> seen = MediaType.sniff(content);
        if (type != null) {
            return type;
        }
        Optional<MediaType> named = MediaType.ofName(name.toString())
                .filter(promised -> promised.kind() == MediaType.Kind.TEXT)
                .filter(promised -> seen.filter(MediaType.TEXT::equals).isPresent());
        return named.or(() -> seen)
                .orElseThrow(() -> LabelException.Code.UNSUPPORTED.with(
                        "the format of " + name + " is not known here; name it with --type if it is a text"));
    }

    private LabelRequest request(LabelEngine engine, Source content) throws IOException {
        String number = produceId == null ? UUID.randomUUID().toString() : produceId;
        Optional<AigcLabel> others = replace ? Optional.empty() : labelOfAnother(engine.producer(), content);
        if (others.isPresent()) {
            requireNoLayers(others.get());
            return LabelRequest.of(others.get().propagatedBy(engine.producer(), number))
                    .with(ExplicitPolicy.NONE);
        }
        return new KeyFolder(layers.keys).with(engine.request(number).with(perceptible.policy()), layers);
    }

    /// A propagator adds its name and nothing else; what was asked for beyond that is not dropped without a word.
    private void requireNoLayers(AigcLabel others) {
        List<String> asked = ONLY_FOR_OWN_LABELS.stream()
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .toList();
        if (!asked.isEmpty()) {
            throw LabelException.Code.UNSUPPORTED.with("the label of " + others.contentProducer()
                    + " is kept, to which only your name is added: leave out " + String.join(", ", asked)
                    + ", or use --replace to put your own label in its place");
        }
    }

    /// The label of another producer, which nobody may take away
    /// ([LAB-10](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)).
    private static Optional<AigcLabel> labelOfAnother(ProviderCode own, Source content) throws IOException {
        VerificationReport report =
                new LabelVerifier(VerifyOptions.PUBLIC.with(VerifyOptions.Effort.STRUCTURE)).verify(content);
        if (report.has(Finding.Code.MORE_THAN_ONE)) {
            throw LabelException.Code.UNSUPPORTED.with("the file carries more than one label, and any of them may be"
                    + " another producer's: use --replace to put your own in the place of all");
        }
        return report.label()
                .filter(label -> !label.contentProducer().isBlank())
                .filter(label -> !label.contentProducer().equals(own.value()));
    }
}
