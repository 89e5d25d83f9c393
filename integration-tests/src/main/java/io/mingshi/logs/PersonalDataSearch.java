package io.mingshi.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Fails the build when a log of the test run, or an event on the bus, holds personal data in plain.
///
/// [PIPL-51](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
public final class PersonalDataSearch {
    /// Modules whose tests work with personal data: a whole run has logs of them.
    private static final List<String> EXPECTED = List.of("identity", "consent", "gateway", "records", "platform");

    private PersonalDataSearch() {}

    /// @param arguments the project's root folder, and `check` to demand the logs of a whole run
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        List<Path> files = files(root);
        if (arguments.length > 1 && arguments[1].equals("check")) {
            demandAll(root);
        }
        List<String> findings =
                files.stream().flatMap(PersonalDataSearch::search).toList();
        if (!findings.isEmpty()) {
            throw new IllegalStateException("personal data stands in plain in " + findings.size() + " lines: "
                    + String.join(", ", findings.subList(0, Math.min(10, findings.size()))));
        }
        System.out.println(files.size() + " files of logs and events hold no personal data in plain.");
    }

    private static void demandAll(Path root) {
        for (String module : EXPECTED) {
            if (!Files.isRegularFile(log(root, module))) {
                throw new IllegalStateException("the tests of " + module + " left no log at " + log(root, module));
            }
        }
    }

    private static Path log(Path root, String module) {
        return root.resolve("modules").resolve(module).resolve("target/quarkus.log");
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> modules = Files.list(root.resolve("modules"))) {
            return Stream.of(
                            modules.map(module -> log(root, module.getFileName().toString()))
                                    .filter(Files::isRegularFile),
                            logs(root.resolve(".mingshi/test")).stream(),
                            logs(root.resolve("integration-tests/target")).stream())
                    .flatMap(files -> files)
                    .toList();
        }
    }

    /// What the parts of a stack log, and the bus's files, which end in `.log` too.
    private static List<Path> logs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files =
                Files.find(folder, 8, (file, _) -> file.toString().endsWith(".log"))) {
            return files.toList();
        }
    }

    /// The places, without what was found: this goes to a log, too.
    static Stream<String> search(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return numbered(lines.map(line -> PersonalData.in(line).isPresent()).toList(), file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> numbered(List<Boolean> found, Path file) {
        return IntStream.range(0, found.size())
                .filter(found::get)
                .mapToObj(line -> file + ":" + (line + 1))
                .toList();
    }
}
