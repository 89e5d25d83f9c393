package io.mingshi.localstack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the time of a test run went, by module.
///
/// @param whole the whole run
/// @param modules tests and seconds by module
record TestTimes(Duration whole, Map<String, Spent> modules) {
    /// One module's part; the seconds are those within tests, the build around them not included.
    record Spent(int tests, double seconds) {
        Spent plus(Spent other) {
            return new Spent(tests + other.tests, seconds + other.seconds);
        }
    }

    private static final Pattern TIME = Pattern.compile("\\btime=\"([0-9.,]+)\"");
    private static final Pattern TESTS = Pattern.compile("\\btests=\"(\\d+)\"");

    /// Reads the reports written since the given instant.
    static TestTimes since(Instant begun, Path root) throws IOException {
        Map<String, Spent> modules = new TreeMap<>();
        for (Path report : reports(root, begun)) {
            Path target = report.resolve("../..").normalize();
            String module = String.valueOf(target.resolve("..").normalize().getFileName());
            modules.merge(module, read(report), Spent::plus);
        }
        return new TestTimes(Duration.between(begun, Instant.now()), modules);
    }

    void print(PrintStream out) {
        out.println();
        out.printf("Where the time went: %d s in all; within tests:%n", whole.toSeconds());
        modules.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().seconds()))
                .forEach(entry -> out.printf(
                        Locale.ROOT,
                        "  %7.1f s  %4d tests  %s%n",
                        entry.getValue().seconds(),
                        entry.getValue().tests(),
                        entry.getKey()));
    }

    private static List<Path> reports(Path root, Instant begun) throws IOException {
        try (Stream<Path> modules = Files.walk(root.resolve("modules"), 4);
                Stream<Path> tests = Files.walk(root.resolve("integration-tests"), 3)) {
            return Stream.concat(modules, tests)
                    .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .filter(file -> modified(file).isAfter(begun))
                    .toList();
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Spent read(Path report) throws IOException {
        String text = Files.readString(report);
        String head = text.substring(0, Math.min(text.length(), 2000));
        Matcher time = TIME.matcher(head);
        Matcher tests = TESTS.matcher(head);
        return new Spent(
                tests.find() ? Integer.parseInt(tests.group(1)) : 0,
                time.find() ? Double.parseDouble(time.group(1).replace(",", "")) : 0);
    }
}
