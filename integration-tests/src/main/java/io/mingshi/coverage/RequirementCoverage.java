package io.mingshi.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes `docs/requirements/coverage.md` and `coverage.json` from what the tests of all modules said.
///
/// Fails on an unknown id, a failed outcome, a requirement with neither test nor reason, and a reason, other than one
/// that says what a test leaves open, that a test has overtaken. After a run of only some tests the table is left as it
/// is.
public final class RequirementCoverage {
    private static final String TABLE = "docs/requirements/coverage.md";
    private static final String DATA = "docs/requirements/coverage.json";

    private RequirementCoverage() {}

    /// @param arguments the project's root folder, and `check` to compare with the committed table instead of writing
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        boolean checking = arguments.length > 1 && arguments[1].equals("check");
        List<Module> modules = Module.claiming(root);
        Map<String, Requirement> requirements = Requirement.all(root);
        Set<String> silent =
                modules.stream().flatMap(module -> module.silent().stream()).collect(Collectors.toSet());
        if (!silent.isEmpty() && !checking) {
            System.out.println("The coverage table is left as it is: not every test that claims a requirement has run ("
                    + silent.size() + " have not, such as " + silent.iterator().next() + ").");
            return;
        }
        List<Outcome> outcomes =
                modules.stream().flatMap(module -> module.outcomes().stream()).toList();
        Coverage coverage = Coverage.of(requirements, outcomes, NotTested.reasons(root));
        CoverageTable table = new CoverageTable(coverage);
        put(root.resolve(TABLE), table.markdown(), checking);
        put(root.resolve(DATA), table.json(), checking);
        System.out.println(coverage.count(Coverage.State.TESTED) + " of " + requirements.size()
                + " requirements are shown whole by tests: " + TABLE);
    }

    private static void put(Path file, String text, boolean checking) throws IOException {
        boolean same = Files.exists(file) && Files.readString(file).equals(text);
        if (checking && !same) {
            throw new CoverageFault(file + " is not what this build finds: run mvn verify and commit it");
        }
        if (!same) {
            Files.writeString(file, text);
        }
    }
}
