package io.mingshi.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.contracts.PersonId;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.store.LogReader;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogComparisonTest {
    private static final Instant THEN = Instant.parse("2026-11-20T02:00:00Z");

    @Test
    void aRecordThatTheLogHasNotComeToIsPendingAndNoFault() {
        Checked checked = compared(Map.of(), record(7, "event-1"));
        assertThat(checked.logged()).isEqualTo(Logged.PENDING);
        assertThat(checked.intact()).isTrue();
    }

    @Test
    void aRecordAtAnotherPlaceThanTheLogSaysDiffers() {
        KeptRecord first = record(7, "event-1");
        KeptRecord second = record(8, "event-2");
        var entries = Map.of(7L, first.entry().bytes(), 8L, second.entry().bytes());
        assertThat(compared(entries, first).logged()).isEqualTo(Logged.IN_LOG);
        KeptRecord moved = new KeptRecord(8, first.header(), first.sealed(), first.commitment(), first.text());
        assertThat(compared(entries, moved).logged()).isEqualTo(Logged.DIFFERS);
        assertThat(compared(entries, moved).intact()).isFalse();
    }

    @Test
    void aPlaceThatTheLogKnowsToBeEmptyHoldsNoRecord() {
        assertThat(compared(Map.of(7L, "{\"missing\":\"7\"}".getBytes()), record(7, "event-1"))
                        .logged())
                .isEqualTo(Logged.DIFFERS);
    }

    private static Checked compared(Map<Long, byte[]> entries, KeptRecord record) {
        return new LogComparison(new Entries(entries)).compared(List.of(record)).getFirst();
    }

    private static KeptRecord record(long position, String event) {
        SaltedText text = SaltedText.of("{}");
        var header = new Header(
                event,
                THEN,
                THEN,
                RetentionClass.NETWORK_LOG,
                "/mingshi/gateway",
                Optional.empty(),
                "type",
                "subject",
                new PersonId("person"),
                new Links(null, null, null, null, null, null, null, null, null));
        return new KeptRecord(
                position, header, Sealed.of(text.bytes()), text.commitment(), new StoredText.Legible(text));
    }

    /// A log of which only entries are asked for.
    private record Entries(Map<Long, byte[]> logged) implements Evidence {
        @Override
        public Map<Long, byte[]> entries(Collection<Long> positions) {
            Map<Long, byte[]> found = new HashMap<>(logged);
            found.keySet().retainAll(positions);
            return found;
        }

        @Override
        public VerifierKey key() {
            return SignerKey.of("test", KeyType.LOG, new byte[32]).verifier();
        }

        @Override
        public Policy policy() {
            return Policy.of(key());
        }

        @Override
        public SignedNote checkpoint() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long size() {
            return logged.size();
        }

        @Override
        public Optional<LogProof> prove(long position) {
            return Optional.empty();
        }

        @Override
        public List<LogProof> prove(List<Long> positions, SignedNote checkpoint) {
            return List.of();
        }

        @Override
        public LogReader reader() {
            throw new UnsupportedOperationException();
        }
    }
}
