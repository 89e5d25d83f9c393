package io.mingshi.conformance.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingshi.conformance.gateway.Finding.Outcome;
import io.mingshi.testkit.Requirement;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The promises of a gateway, cell by cell; the table is `target/gateway-matrix.md`.
class GatewayMatrixTest {
    private static Examination examination;

    @BeforeAll
    static void find() {
        examination = Examined.examination();
    }

    /// Part of DSP-06.1 and DSP-10.1.
    @ParameterizedTest
    @EnumSource
    void forbiddenInputReachesNoModel(Surface surface) {
        assertHolds(Cell.of(Cell.Promise.INPUT, surface));
    }

    /// Part of DSP-10.1.
    @ParameterizedTest
    @EnumSource
    void forbiddenOutputReachesNoClient(Surface surface) {
        assertHolds(Cell.of(Cell.Promise.OUTPUT, surface));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("LAB-04.1")
    void nothingLeavesUnlabelled(Surface surface) {
        assertHolds(Cell.of(Cell.Promise.LABEL, surface));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("DSP-10.2")
    void anOutageRefuses(Surface surface) {
        assertHolds(Cell.of(Cell.Promise.OUTAGE, surface));
    }

    /// A cell that slips out of what is offered would count as no fault: of our own gateway all such cells are known.
    @Test
    void ofTheOwnGatewayOnlyThisIsNotOffered() {
        assumeTrue(Examined.own(), "what another gateway offers is for its report");
        var missing = examination.cells(Cell.all(), finding -> finding.is(Outcome.NOT_OFFERED)).stream()
                .filter(cell -> !cell.what().equals("words in a picture")
                        && !cell.what().equals("WORDS_IN_PICTURE"))
                .map(cell -> cell.surface() + (cell.streamed() ? " SSE " : " whole ") + cell.what())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).containsExactlyInAnyOrderElementsOf(OwnLimits.NOT_OFFERED);
    }

    private static void assertHolds(List<Cell> cells) {
        assumeTrue(!cells.isEmpty(), "nothing comes out here that could break this promise");
        var faults = examination.cells(cells, finding -> finding.is(Outcome.FAULT));
        assertThat(faults)
                .as(() -> faults.stream()
                        .map(cell -> cell + " | " + examination.examine(cell).detail())
                        .collect(Collectors.joining("\n", "\n", "\n")))
                .isEmpty();
        assumeTrue(
                !examination.cells(cells, finding -> finding.is(Outcome.HOLDS)).isEmpty(),
                () -> "not offered: " + examination.examine(cells.getFirst()).detail());
    }

    @AfterAll
    static void report() throws IOException {
        if (examination != null) {
            Report.write("gateway-matrix", examination.found());
        }
    }
}
