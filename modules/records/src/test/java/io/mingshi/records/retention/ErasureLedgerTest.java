package io.mingshi.records.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.contracts.Sha256;
import io.mingshi.records.RetentionClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureLedgerTest {
    private static final String PERSON = Sha256.of("P-1");
    private static final String LINE = "{\"kind\":\"DESTROYED\",\"person\":\"" + PERSON
            + "\",\"class\":\"NETWORK_LOG\",\"month\":\"2026-05\",\"at\":\"2026-11-24T00:00:00.000000Z\"}";
    private static final LedgerEntry ENTRY =
            new LedgerEntry.Destroyed(PERSON, RetentionClass.NETWORK_LOG, YearMonth.of(2026, 5));

    @TempDir
    Path folder;

    @Test
    void whatIsAppendedIsReadAgain() throws IOException {
        var ledger = new ErasureLedger(folder.resolve("deep/records-log.erasures"));
        assertThat(read(ledger)).isEmpty();
        ledger.append(List.of(LINE, LINE));
        ledger.append(List.of(LINE));
        assertThat(read(ledger)).containsExactly(ENTRY, ENTRY, ENTRY);
    }

    @Test
    void aLineThatThePowerWentAwayUnderIsPassedOverAtEveryByte() throws IOException {
        for (int cut = 1; cut <= LINE.length(); cut++) {
            Path file = folder.resolve("cut-" + cut);
            var ledger = new ErasureLedger(file);
            ledger.append(List.of(LINE));
            Files.writeString(file, LINE.substring(0, cut), StandardOpenOption.APPEND);
            assertThat(read(ledger)).containsExactly(ENTRY);
            ledger.append(List.of(LINE));
            assertThat(read(ledger)).containsExactly(ENTRY, ENTRY);
        }
    }

    @Test
    void aChangedLineIsNoticed() throws IOException {
        Path file = folder.resolve("changed");
        var ledger = new ErasureLedger(file);
        ledger.append(List.of(LINE, LINE.replace("2026-05", "2026-15"), LINE));
        assertThatThrownBy(() -> read(ledger))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 2");
        Files.writeString(folder.resolve("endless"), "x".repeat(5_000));
        var endless = new ErasureLedger(folder.resolve("endless"));
        assertThatThrownBy(() -> read(endless)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> endless.append(List.of(LINE))).isInstanceOf(IllegalStateException.class);
    }

    @Property(tries = 2_000)
    void anyLineIsAnEntryOrRefused(@ForAll String line) {
        try {
            assertThat(LedgerEntry.parse(line)).isNotNull();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    @Property(tries = 500)
    void anyFileIsReadOrRefused(@ForAll byte[] bytes) throws IOException {
        Path file = Files.createTempFile("ledger", null);
        try {
            Files.write(file, (LINE + "\n").getBytes(UTF_8));
            Files.write(file, bytes, StandardOpenOption.APPEND);
            assertThat(read(new ErasureLedger(file))).startsWith(ENTRY);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("of the erasure ledger");
        } finally {
            Files.delete(file);
        }
    }

    private static List<LedgerEntry> read(ErasureLedger ledger) throws IOException {
        List<LedgerEntry> read = new ArrayList<>();
        ledger.read(read::addAll);
        return read;
    }
}
