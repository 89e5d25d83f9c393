package io.mingshi.coverage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.coverage.Coverage.State;
import java.util.stream.Collectors;

/// The coverage as people and as programs read it; nothing in it depends on the time or the machine.
final class CoverageTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Coverage coverage;

    CoverageTable(Coverage coverage) {
        this.coverage = coverage;
    }

    String markdown() {
        var text = new StringBuilder(head());
        String source = "";
        for (Coverage.Entry entry : coverage.entries()) {
            if (!entry.requirement().source().equals(source)) {
                source = entry.requirement().source();
                text.append("## ").append(source).append("\n\n");
                text.append("| id | behaviour | module | basis | shown by |\n|---|---|---|---|---|\n");
            }
            text.append(row(entry));
            if (isLastOf(source, entry)) {
                text.append('\n');
            }
        }
        return text.toString().stripTrailing() + "\n";
    }

    private String head() {
        return """
               # Requirement coverage

               Written by the build from the outcomes of all tests; do not edit. Of %d requirements, %d
               are shown whole by tests, %d partly and %d not yet.

               A requirement is a behaviour in this project's own words, never the wording of a rule. The column *basis* says
               how far the rule behind it is confirmed; a row that is not simply *confirmed* is a reading or a choice of ours.

               """.formatted(
                        coverage.entries().size(),
                        coverage.count(State.TESTED),
                        coverage.count(State.PARTLY),
                        coverage.count(State.NOT_TESTED));
    }

    String json() {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode totals = root.putObject("totals");
        totals.put("requirements", coverage.entries().size());
        totals.put("tested", coverage.count(State.TESTED));
        totals.put("partly", coverage.count(State.PARTLY));
        totals.put("notTested", coverage.count(State.NOT_TESTED));
        var list = root.putArray("requirements");
        for (Coverage.Entry entry : coverage.entries()) {
            ObjectNode node = list.addObject()
                    .put("id", entry.requirement().id())
                    .put("source", entry.requirement().source())
                    .put("module", entry.requirement().module())
                    .put("behaviour", entry.requirement().behaviour())
                    .put("basis", entry.requirement().basis())
                    .put("status", entry.state().words());
            if (!entry.reason().isEmpty()) {
                node.put("reason", entry.reason());
            }
            var tests = node.putArray("tests");
            entry.tests()
                    .forEach(outcome ->
                            tests.addObject().put("test", outcome.test()).put("outcome", outcome.result()));
        }
        try {
            return JSON.writer(printer()).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isLastOf(String source, Coverage.Entry entry) {
        return coverage.entries().stream()
                .filter(other -> other.requirement().source().equals(source))
                .reduce((_, later) -> later)
                .filter(entry::equals)
                .isPresent();
    }

    private static String row(Coverage.Entry entry) {
        Requirement requirement = entry.requirement();
        String tests = entry.tests().stream().map(CoverageTable::cell).collect(Collectors.joining("<br>"));
        String shown = switch (entry.state()) {
            case TESTED -> tests;
            case PARTLY -> escaped(entry.reason()) + "<br>" + tests;
            case NOT_TESTED -> "not tested: " + escaped(entry.reason());
        };
        return "| %s | %s | %s | %s | %s |%n"
                .formatted(
                        requirement.id(),
                        escaped(requirement.behaviour()),
                        requirement.module(),
                        escaped(requirement.basis()),
                        shown)
                .replace("\r", "");
    }

    private static String cell(Outcome outcome) {
        String type = outcome.type();
        return "`" + type.substring(type.lastIndexOf('.') + 1) + "." + outcome.method() + "` " + outcome.result();
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    private static DefaultPrettyPrinter printer() {
        var indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }
}
