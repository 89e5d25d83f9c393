package io.mingshi.coverage;

import java.util.List;

/// What one test said about one requirement.
///
/// @param test class and method, such as `io.mingshi.consent.ConsentTest#aRefusalIsFinal`
/// @param result `passed`, `failed` or `skipped`
record Outcome(String id, String test, String result) {
    static Outcome of(String line) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != 3) {
            throw new CoverageFault("an outcome has three parts, not: " + line);
        }
        return new Outcome(cells.get(0), cells.get(1), cells.get(2));
    }

    /// The name of the outermost class, which is the name of the source file.
    String type() {
        return test.substring(0, test.indexOf('#')).replaceFirst("\\$.*", "");
    }

    String method() {
        return test.substring(test.indexOf('#') + 1);
    }

    boolean failed() {
        return result.equals("failed");
    }
}
