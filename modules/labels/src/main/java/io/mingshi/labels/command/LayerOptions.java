package io.mingshi.labels.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// What goes into the file beside the two labels of the law.
final class LayerOptions {
    @Option(names = "--watermark", description = "hide the number of the work in pictures, sound and films")
    boolean watermark;

    @Option(names = "--sign", description = "sign the label with SM2 (TC260-PG-202511A)")
    boolean sign;

    @Option(names = "--c2pa", description = "add a C2PA manifest")
    boolean c2pa;

    @Option(
            names = "--keys",
            paramLabel = "FOLDER",
            defaultValue = ".mingshi/label-keys",
            description = "the folder with the keys (default: ${DEFAULT-VALUE})")
    Path keys = Path.of(".mingshi/label-keys");
}
