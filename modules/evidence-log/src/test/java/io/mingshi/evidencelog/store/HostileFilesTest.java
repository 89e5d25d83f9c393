package io.mingshi.evidencelog.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.evidencelog.EvidenceLogException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HostileFilesTest {
    private static final List<byte[]> ENTRIES = List.of("one".getBytes(UTF_8), new byte[0], "three".getBytes(UTF_8));

    @Property(tries = 500)
    void anyBytesAreABundleOrRefused(@ForAll byte[] bytes) {
        try {
            Bundle bundle = Bundle.parse("bundle", bytes);
            for (int i = 0; i < bundle.count(); i++) {
                assertThat(bundle.entry(i)).isNotNull();
            }
        } catch (EvidenceLogException e) {
            assertThat(e.code()).isEqualTo(EvidenceLogException.Code.DAMAGED);
        }
    }

    @Property(tries = 500)
    void anyBytesAreAFrameOrNone(@ForAll byte[] bytes) {
        assertThat(JournalFrame.read("journal", bytes, 0)).isEmpty();
    }

    @Property(tries = 500)
    void aFrameThatWasAlteredOrCutIsNone(
            @ForAll @IntRange(max = 200) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] frame = JournalFrame.bytes(7, ENTRIES);
        byte[] cut = Arrays.copyOf(frame, place % frame.length);
        frame[place % frame.length] ^= (byte) change;
        assertThat(JournalFrame.read("journal", frame, 0)).isEmpty();
        assertThat(JournalFrame.read("journal", cut, 0)).isEmpty();
    }

    @Test
    void aFrameIsReadAsItWasWritten() {
        Optional<JournalFrame> frame = JournalFrame.read("journal", JournalFrame.bytes(7, ENTRIES), 0);
        assertThat(frame.orElseThrow().first()).isEqualTo(7);
        assertThat(frame.orElseThrow().entries()).containsExactlyElementsOf(ENTRIES);
    }

    @Test
    void aJournalThatMissesEntriesIsDamagedNotShorter() throws IOException {
        MemoryDisk disk = new MemoryDisk(Integer.MAX_VALUE);
        disk.store().journal(5, ENTRIES);
        LogStore next = disk.store();
        assertThatThrownBy(() -> next.recover(4))
                .isInstanceOf(EvidenceLogException.class)
                .hasMessageContaining("entry 4 is missing");
        assertThat(disk.store().recover(6)).hasSize(2);
    }
}
