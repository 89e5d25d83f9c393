package io.mingshi.servicekit.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.contracts.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EndedSessionsTest {
    private static final PersonId ALICE = new PersonId("alice");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.400Z");

    private final EndedSessions ended = new EndedSessions(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whatWasIssuedUpToTheEndIsRefusedAndWhatCameLaterIsNot() {
        ended.end(ALICE, NOW);

        assertThat(ended.refuses(ALICE, Instant.parse("2026-11-24T11:59:59Z"))).isTrue();
        assertThat(ended.refuses(ALICE, Instant.parse("2026-11-24T12:00:00Z"))).isTrue();
        assertThat(ended.refuses(ALICE, Instant.parse("2026-11-24T12:00:01Z"))).isFalse();
        assertThat(ended.refuses(new PersonId("bob"), Instant.EPOCH)).isFalse();
    }

    @Test
    void anEarlierEndThatIsHeardLateTakesNothingBack() {
        ended.end(ALICE, NOW);
        ended.end(ALICE, NOW.minusSeconds(60));

        assertThat(ended.refuses(ALICE, NOW.minusSeconds(1))).isTrue();
    }

    @Test
    void whatEndedBeforeAnyValidTokenWasIssuedIsNotKept() {
        ended.end(ALICE, NOW.minus(EndedSessions.KEPT).minusSeconds(1));

        assertThat(ended.refuses(ALICE, Instant.EPOCH)).isFalse();
    }
}
