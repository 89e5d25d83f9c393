package io.mingshi.conformance.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingshi.conformance.gateway.Cell.Promise;
import io.mingshi.conformance.gateway.Finding.Outcome;
import io.mingshi.conformance.upstream.Cut;
import io.mingshi.conformance.upstream.ModelServer;
import io.mingshi.conformance.upstream.Said;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Faults that others' gateways were reported to have, each tried on the gateway that is examined.
class KnownFaultsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Examination examination = Examined.examination();

    /// [litellm 35257](https://github.com/BerriAI/litellm/issues/35257): streamed messages were not looked at, while
    /// the log said that they were.
    @Test
    void litellm35257StreamedMessagesAreScreened() {
        assertHolds(new Cell(Surface.MESSAGES, true, Promise.OUTPUT, Saying.TEXT.name()));
        assertHolds(new Cell(Surface.MESSAGES, true, Promise.OUTPUT, Saying.CALL_ARGUMENT.name()));
    }

    /// [aisix 204](https://github.com/api7/aisix/issues/204): `stream:true` went around the screening of output.
    @Test
    void aisix204StreamedChatsAreScreened() {
        assertHolds(new Cell(Surface.CHAT, true, Promise.OUTPUT, Saying.TEXT.name()));
        assertHolds(new Cell(Surface.RESPONSES, true, Promise.OUTPUT, Saying.TEXT.name()));
    }

    /// [aisix 466](https://github.com/api7/aisix/issues/466): the text left before its verdict. Here the
    /// model pauses in the middle of the words, so that whoever forwards at once has forwarded their half.
    @Test
    void aisix466NothingLeavesBeforeItsVerdict() throws Exception {
        Gateway gateway = Examined.gateway();
        ModelServer server = gateway.server();
        server.says(Said.text("first, " + gateway.forbidden() + " now", new Cut.BeforeEnd(5)));
        server.shutAfter(1);
        try {
            var receiving = receiving(gateway);
            server.open();
            assertThat(receiving.get(60, TimeUnit.SECONDS).holds(gateway.forbidden()))
                    .isFalse();
        } finally {
            server.open();
        }
    }

    /// [litellm-rs 1127](https://github.com/majiayu000/litellm-rs/issues/1127): no stream of any surface was looked at.
    @Test
    void litellmRs1127NoStreamOfAnySurfaceIsLeftOut() {
        for (Surface surface : List.of(Surface.CHAT, Surface.RESPONSES, Surface.MESSAGES)) {
            Cell.of(Promise.OUTPUT, surface).stream().filter(Cell::streamed).forEach(this::assertNoFault);
        }
    }

    /// [litellm 36611](https://github.com/BerriAI/litellm/issues/36611): only the first of several choices was looked
    /// at.
    @Test
    void litellm36611EveryChoiceIsScreened() {
        assertHolds(new Cell(Surface.CHAT, false, Promise.OUTPUT, Saying.SECOND_CHOICE.name()));
        assertHolds(new Cell(Surface.CHAT, true, Promise.OUTPUT, Saying.SECOND_CHOICE.name()));
    }

    /// [aisix 544](https://github.com/api7/aisix/pull/544): what one surface refused another let through.
    @Test
    void aisix544WhatOneSurfaceRefusesNoOtherLetsThrough() {
        for (Surface surface : List.of(Surface.CHAT, Surface.RESPONSES, Surface.MESSAGES)) {
            for (boolean streamed : List.of(false, true)) {
                assertHolds(new Cell(surface, streamed, Promise.INPUT, "user"));
                assertHolds(new Cell(surface, streamed, Promise.OUTPUT, Saying.TEXT.name()));
            }
        }
    }

    /// Higress: when the moderation of a response failed, the response was resumed. Here it fails while a stream is
    /// open, and the model then says what is forbidden.
    @Test
    void higressAStreamIsNotResumedWhenItsModerationFails() throws Exception {
        Gateway gateway = Examined.gateway();
        assumeTrue(gateway.outage().possible(), "nobody said how its moderation is made to fail");
        ModelServer server = gateway.server();
        server.says(Said.text("a calm sea, " + gateway.forbidden() + " now", new Cut.Every(5)));
        server.shutAfter(2);
        var receiving = receiving(gateway);
        gateway.outage().begin();
        try {
            server.open();
            assertThat(receiving.get(60, TimeUnit.SECONDS).holds(gateway.forbidden()))
                    .isFalse();
        } finally {
            server.open();
            gateway.outage().end();
        }
    }

    /// [Higress 3158](https://github.com/alibaba/higress/issues/3158): chunks were counted where characters were meant.
    @Test
    void higress3158ChunksAreNotTakenForCharacters() {
        for (Saying saying : List.of(Saying.AFTER_MANY_CHUNKS, Saying.AFTER_MANY_CHARACTERS)) {
            for (Surface surface : List.of(Surface.CHAT, Surface.RESPONSES, Surface.MESSAGES)) {
                assertHolds(new Cell(surface, true, Promise.OUTPUT, saying.name()));
            }
        }
    }

    /// A streamed chat that is under way: its model was asked.
    private static CompletableFuture<Received> receiving(Gateway gateway) {
        gateway.server().forget();
        var receiving = CompletableFuture.supplyAsync(
                () -> new Client(gateway).ask(Surface.CHAT, true, 1), Thread::startVirtualThread);
        await("the model is asked")
                .atMost(SOON)
                .until(() -> !gateway.server().asked().isEmpty());
        return receiving;
    }

    private void assertHolds(Cell cell) {
        Finding finding = examination.examine(cell);
        assumeTrue(!finding.is(Outcome.NOT_OFFERED), () -> "not offered: " + finding.detail());
        assertThat(finding.outcome()).as(cell + ": " + finding.detail()).isEqualTo(Outcome.HOLDS);
    }

    private void assertNoFault(Cell cell) {
        Finding finding = examination.examine(cell);
        assertThat(finding.outcome()).as(cell + ": " + finding.detail()).isNotEqualTo(Outcome.FAULT);
    }
}
