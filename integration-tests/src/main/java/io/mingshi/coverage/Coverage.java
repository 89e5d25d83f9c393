package io.mingshi.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// All requirements, each with its tests or the reason why there are none.
record Coverage(List<Entry> entries) {
    /// How far a requirement is shown.
    enum State {
        TESTED("tested"),
        PARTLY("partly tested"),
        NOT_TESTED("not tested");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// @param reason why not, or what is missing; empty when the tests show the whole
    record Entry(Requirement requirement, List<Outcome> tests, String reason) {
        State state() {
            if (tests.isEmpty()) {
                return State.NOT_TESTED;
            }
            return reason.isEmpty() ? State.TESTED : State.PARTLY;
        }
    }

    /// @throws CoverageFault naming everything that is wrong
    static Coverage of(
            Map<String, Requirement> requirements, Collection<Outcome> outcomes, Map<String, String> reasons) {
        var faults = new ArrayList<String>();
        outcomes.stream()
                .filter(outcome -> !requirements.containsKey(outcome.id()))
                .forEach(outcome -> faults.add(outcome.test() + " claims the unknown id " + outcome.id()));
        outcomes.stream()
                .filter(Outcome::failed)
                .forEach(outcome -> faults.add(outcome.id() + " does not hold: " + outcome.test() + " failed"));
        reasons.keySet().stream()
                .filter(id -> !requirements.containsKey(id))
                .forEach(id -> faults.add(NotTested.FILE + " lists the unknown id " + id));
        List<Entry> entries = requirements.values().stream()
                .map(requirement -> entry(requirement, outcomes, reasons, faults))
                .toList();
        if (!faults.isEmpty()) {
            throw new CoverageFault("requirement coverage: " + String.join("; ", faults));
        }
        return new Coverage(entries);
    }

    long count(State state) {
        return entries.stream().filter(entry -> entry.state() == state).count();
    }

    private static Entry entry(
            Requirement requirement, Collection<Outcome> outcomes, Map<String, String> reasons, List<String> faults) {
        String id = requirement.id();
        List<Outcome> tests = outcomes.stream()
                .filter(outcome -> outcome.id().equals(id))
                .sorted(Comparator.comparing(Outcome::test))
                .toList();
        String reason = reasons.getOrDefault(id, "");
        if (tests.isEmpty() && reason.isEmpty()) {
            faults.add(id + " has neither a test nor a reason in " + NotTested.FILE);
        }
        if (!tests.isEmpty() && !reason.isEmpty() && !reason.startsWith(NotTested.PARTLY)) {
            faults.add(id + " is tested by " + tests.getFirst().test() + " and listed in " + NotTested.FILE);
        }
        return new Entry(requirement, tests, reason);
    }
}
