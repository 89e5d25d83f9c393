package io.mingshi.conformance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.conformance.gateway.Cell.Promise;
import io.mingshi.conformance.gateway.Finding.Outcome;
import io.mingshi.conformance.upstream.BehindPlatform;
import io.mingshi.conformance.upstream.ModelServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The matrix can fail: gateways that leak are found out, cell by cell.
class LeakyGatewayTest {
    private static ModelServer server;

    @BeforeAll
    static void start() throws IOException {
        server = ModelServer.start(0);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void ofABareProxyEveryCellIsAFault() throws IOException {
        try (var proxy = BareProxy.start(upstream(), BareProxy.Look.NOTHING)) {
            var examination = examination(proxy, Outage.NONE);
            List<Cell> faults = examination.cells(Cell.all(), finding -> finding.is(Outcome.FAULT));
            Report.write("gateway-matrix-of-a-bare-proxy", examination.found());

            assertThat(faults)
                    .containsExactlyElementsOf(Cell.all().stream()
                            .filter(cell -> cell.promise() != Promise.OUTAGE)
                            .toList());
        }
    }

    @Test
    void aGatewayThatLooksAtTheFirstChoiceOfWholeChatsKeepsItsPromiseThereAndNowhereElse() throws IOException {
        var look = new FirstChoiceLook(Examined.FORBIDDEN);
        try (var proxy = BareProxy.start(upstream(), look)) {
            var examination = examination(proxy, look);
            List<Cell> cells = Cell.all();
            List<Cell> holds = examination.cells(cells, finding -> finding.is(Outcome.HOLDS));
            Report.write("gateway-matrix-of-a-first-choice-gateway", examination.found());

            assertThat(holds.stream().map(LeakyGatewayTest::words))
                    .containsExactlyInAnyOrder(
                            "CHAT whole INPUT user",
                            "CHAT SSE INPUT user",
                            "CHAT whole INPUT tool output",
                            "CHAT SSE INPUT tool output",
                            "CHAT whole OUTPUT TEXT",
                            "CHAT whole OUTPUT AFTER_MANY_CHUNKS",
                            "CHAT whole OUTPUT AFTER_MANY_CHARACTERS");
            assertThat(examination.cells(cells, finding -> finding.is(Outcome.FAULT)))
                    .hasSizeGreaterThan(100);
            for (Surface surface : Surface.values()) {
                assertThat(examination.cells(Cell.of(Promise.OUTAGE, surface), finding -> finding.is(Outcome.FAULT)))
                        .as("an outage at %s", surface)
                        .isNotEmpty();
            }
        }
    }

    private static String words(Cell cell) {
        return cell.surface() + (cell.streamed() ? " SSE " : " whole ")
                + cell.promise().name() + " " + cell.what();
    }

    private static String upstream() {
        return server.base().replaceFirst("/v1$", "");
    }

    private static Examination examination(BareProxy proxy, Outage outage) {
        return new Examination(new Gateway(
                Examined.client(proxy.base(), "none"),
                server,
                BehindPlatform.MODELS,
                "",
                Examined.FORBIDDEN,
                true,
                outage));
    }
}
