package io.mingshi.conformance.gateway;

import static org.awaitility.Awaitility.await;

import io.mingshi.conformance.upstream.Cut;
import io.mingshi.conformance.upstream.Said;
import java.time.Duration;

/// Whether anything is delivered while the moderation cannot work.
record OutageCheck(Gateway gateway) {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String WORDS = "lighthouse keeper";

    Finding examine(Cell cell) {
        if (!gateway.outage().possible()) {
            return Finding.notOffered("nobody said how its moderation is made to fail");
        }
        gateway.server().says(Said.text(WORDS, new Cut.Every(1)));
        Received calm = ask(cell);
        if (calm.answer().status() != 200) {
            return Finding.notOffered("the innocent twin: " + Examination.briefly(calm.answer()));
        }
        gateway.outage().begin();
        try {
            Received received = ask(cell);
            return delivered(cell.surface(), received)
                    ? Finding.fault("delivered all the same: " + Examination.briefly(received.answer()))
                    : Finding.holds(Examination.briefly(received.answer()));
        } finally {
            gateway.outage().end();
            await("it works again after the outage")
                    .atMost(SOON)
                    .until(() -> ask(cell).answer().status() == 200);
        }
    }

    private Received ask(Cell cell) {
        return new Client(gateway).ask(cell.surface(), cell.streamed(), 1);
    }

    private static boolean delivered(Surface surface, Received received) {
        return switch (surface) {
            case FILES, MODERATIONS -> received.answer().status() == 200;
            default -> !received.media().isEmpty() || received.holds(WORDS);
        };
    }
}
