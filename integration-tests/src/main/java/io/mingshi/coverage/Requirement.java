package io.mingshi.coverage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One row of `docs/requirements/requirements.csv`.
///
/// @param basis how far the rule behind the row is confirmed; what is not confirmed is not the law's wording
record Requirement(String id, String source, String module, String behaviour, String basis) {
    static final String FILE = "docs/requirements/requirements.csv";

    /// All rows by id, in the order of the file.
    static Map<String, Requirement> all(Path root) throws IOException {
        var rows = new LinkedHashMap<String, Requirement>();
        for (List<String> row : Csv.read(root.resolve(FILE), 5)) {
            var requirement = new Requirement(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4));
            if (rows.put(requirement.id(), requirement) != null) {
                throw new CoverageFault(FILE + " lists " + requirement.id() + " twice");
            }
        }
        return rows;
    }
}
