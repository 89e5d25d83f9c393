package io.mingshi.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One module: which of its test classes claim requirements, and what their last run said.
///
/// @param claiming names of test classes with `@Requirement`, with their source
record Module(Path folder, Map<String, String> claiming, List<Outcome> outcomes) {
    private static final String OUTCOMES = "target/requirements/outcomes.tsv";
    private static final String TESTS = "src/test/java";

    /// The modules that claim any requirement.
    static List<Module> claiming(Path root) throws IOException {
        var modules = new ArrayList<Module>();
        for (Path folder : folders(root)) {
            Map<String, String> claiming = sources(folder.resolve(TESTS));
            if (!claiming.isEmpty()) {
                modules.add(new Module(folder, claiming, outcomes(folder.resolve(OUTCOMES), claiming)));
            }
        }
        return modules;
    }

    /// The claiming test classes that have not run.
    Set<String> silent() {
        Set<String> heard = outcomes.stream().map(Outcome::type).collect(Collectors.toSet());
        Set<String> silent = new TreeSet<>(claiming.keySet());
        silent.removeAll(heard);
        return silent;
    }

    private static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> modules = Files.list(root.resolve("modules"))) {
            return Stream.concat(
                            modules.filter(Files::isDirectory).sorted(), Stream.of(root.resolve("integration-tests")))
                    .toList();
        }
    }

    private static Map<String, String> sources(Path tests) throws IOException {
        var sources = new LinkedHashMap<String, String>();
        if (Files.isDirectory(tests)) {
            try (Stream<Path> files = Files.walk(tests)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    String source = Files.readString(file);
                    if (source.contains("@Requirement(")) {
                        String path = tests.relativize(file).toString();
                        sources.put(path.replace(".java", "").replace('/', '.').replace('\\', '.'), source);
                    }
                }
            }
        }
        return sources;
    }

    /// The last outcome of each test; lines of an earlier run whose test or claim is gone are left out.
    private static List<Outcome> outcomes(Path file, Map<String, String> claiming) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        var last = new LinkedHashMap<String, Outcome>();
        for (String line : Files.readAllLines(file)) {
            Outcome outcome = Outcome.of(line);
            String source = claiming.getOrDefault(outcome.type(), "");
            if (source.contains(" " + outcome.method() + "(") && source.contains("\"" + outcome.id() + "\"")) {
                last.put(outcome.id() + " " + outcome.test(), outcome);
            }
        }
        return List.copyOf(last.values());
    }
}
