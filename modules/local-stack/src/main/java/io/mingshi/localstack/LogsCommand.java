package io.mingshi.localstack;

import io.mingshi.localstack.process.LogTail;
import io.mingshi.localstack.process.StackProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the end of the parts' output.
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the last lines of one part, or of each.")
final class LogsCommand implements Callable<Integer> {
    private static final String ENDING = ".log";

    @Parameters(arity = "0..1", description = "name of a part, as status shows it")
    private @Nullable String part;

    @Option(names = "-n", description = "how many lines (default: ${DEFAULT-VALUE})")
    private int lines = 40;

    @Override
    public Integer call() throws IOException {
        Path folder = Sites.local().run();
        List<String> parts = parts(folder);
        if (parts.isEmpty()) {
            throw StackProblem.NOT_RUNNING.with("Nothing has run yet, so there are no logs: start with ./mingshi up.");
        }
        if (part != null && !parts.contains(part)) {
            throw StackProblem.NOT_RUNNING.with(
                    "No part is called " + part + ". There are: " + String.join(", ", parts) + ".");
        }
        for (String one : part == null ? parts : List.of(part)) {
            System.out.println("== " + one + " (" + folder.resolve(one + ENDING) + ")");
            System.out.println(LogTail.whole(folder.resolve(one + ENDING), lines));
        }
        return 0;
    }

    private static List<String> parts(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }
}
