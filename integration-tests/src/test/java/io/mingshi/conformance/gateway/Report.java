package io.mingshi.conformance.gateway;

import io.mingshi.conformance.gateway.Finding.Outcome;
import io.mingshi.testkit.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Writes the matrix as a table for people, under `integration-tests/target`.
final class Report {
    private Report() {}

    static void write(String name, Map<Cell, Finding> found) throws IOException {
        var text = new StringBuilder("# Conformance matrix of " + name + "\n\n");
        text.append("| promise | holds | fault | not offered |\n|---|---|---|---|\n");
        for (Cell.Promise promise : Cell.Promise.values()) {
            text.append("| ").append(promise.sentence());
            for (Outcome outcome : Outcome.values()) {
                text.append(" | ").append(count(found, promise, outcome));
            }
            text.append(" |\n");
        }
        text.append("\n| surface | mode | promise | place | outcome | seen |\n|---|---|---|---|---|---|\n");
        for (Cell cell : Cell.all()) {
            Finding finding = found.get(cell);
            text.append("| ").append(cell).append(" | ");
            text.append(finding == null ? "not tried | " : words(finding.outcome()) + " | " + finding.detail());
            text.append(" |\n");
        }
        Path folder = LocalStack.root().resolve("integration-tests/target");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".md"), text);
    }

    private static long count(Map<Cell, Finding> found, Cell.Promise promise, Outcome outcome) {
        return found.entrySet().stream()
                .filter(entry -> entry.getKey().promise() == promise)
                .filter(entry -> entry.getValue().is(outcome))
                .count();
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "holds";
            case FAULT -> "**FAULT**";
            case NOT_OFFERED -> "not offered";
        };
    }
}
