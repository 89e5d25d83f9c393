package io.mingshi.coverage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The requirements that no test shows yet, or none shows whole, each with its reason.
final class NotTested {
    /// Begins the reason of a requirement of which some behaviour is shown; the rest says what is missing.
    static final String PARTLY = "partly:";

    static final String FILE = "docs/requirements/not-tested.csv";

    private NotTested() {}

    /// Reasons by id.
    static Map<String, String> reasons(Path root) throws IOException {
        var reasons = new LinkedHashMap<String, String>();
        for (List<String> row : Csv.read(root.resolve(FILE), 2)) {
            if (row.get(1).isBlank()) {
                throw new CoverageFault(FILE + " gives no reason for " + row.get(0));
            }
            reasons.put(row.get(0), row.get(1));
        }
        return reasons;
    }
}
