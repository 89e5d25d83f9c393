package io.mingshi.records.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.GatewayEvent.WorkDelivered;
import io.mingshi.evidencelog.EvidenceLog;
import io.mingshi.evidencelog.LogSettings;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.store.FolderStore;
import io.mingshi.evidencelog.store.WitnessMemory;
import io.mingshi.evidencelog.witness.Witness;
import io.mingshi.evidencelog.witness.WitnessServer;
import io.mingshi.records.Installation;
import io.mingshi.records.Installation.Secrets;
import io.mingshi.records.Pending;
import io.mingshi.records.Stored;
import io.mingshi.records.TestDatabase;
import io.mingshi.records.evidence.TestLog;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody with the database, the folder of the log and its private key writes all of it anew, to match an
/// edited record. Nothing that is left here tells of it: only who remembers the log elsewhere can.
///
/// Part of DSP-16.2.
class RewriteTest {
    private static final SignerKey WITNESS = SignerKey.generate("witness.example", KeyType.WITNESS);
    private static final Instant WHEN = Instant.parse("2026-11-20T02:00:00Z");

    @TempDir
    private Path folder;

    private final Secrets secrets = Secrets.fresh();
    private WitnessMemory memory;
    private WitnessServer witness;
    private Installation installation;

    @BeforeEach
    void startWitness() throws IOException {
        SignerKey log =
                SignerKey.of(TestLog.ORIGIN, KeyType.LOG, Base64.getDecoder().decode(secrets.logKey()));
        memory = WitnessMemory.open(Files.createDirectory(folder.resolve("witness")));
        witness = new WitnessServer(
                new Witness(WITNESS, List.of(log.verifier()), memory, Clock.systemUTC()),
                new InetSocketAddress("127.0.0.1", 0));
    }

    @AfterEach
    void stop() throws IOException {
        installation.close();
        witness.close();
        memory.close();
    }

    @Test
    void aCompleteRewriteIsNotFoundWithoutWitnesses() throws IOException {
        install(Optional.empty());
        rewrite("null", 0);
        assertThat(new Verifier(installation).findings()).isEmpty();
        assertThat(installation.database().one("select string_agg(work, ' ' order by position) from record"))
                .isEqualTo("W-0 W-2");
    }

    @Test
    void aRewriteThatChangesAnIdContradictsTheText() throws IOException {
        install(Optional.empty());
        rewrite("'W-9'", 0);
        assertThat(new Verifier(installation).findings())
                .hasSize(1)
                .allMatch(found ->
                        found.startsWith("Contradicted: ") && found.endsWith("work is not what its text says"));
    }

    @Test
    void aRewriteThatForgetsOneRememberedCheckpointIsFoundWithoutWitnesses() throws IOException {
        install(Optional.empty());
        String remembered = installation.database().one("select note from log_checkpoint order by size desc limit 1");
        rewrite("null", 0);
        installation
                .database()
                .execute("insert into log_checkpoint (size, note, kept_at) values (3, '" + remembered
                        + "', now()) on conflict (size) do update set note = excluded.note");
        assertThat(new Verifier(installation).findings())
                .hasSize(1)
                .allMatch(found -> found.startsWith(
                        "LogRewritten: the evidence log was rewritten or damaged: its first 3 entries are not those"));
    }

    @Test
    void aCompleteRewriteIsFoundByAWitness() throws IOException {
        install(Optional.of(policy()));
        assertThat(new Verifier(installation).findings()).isEmpty();
        rewrite("null", 0);
        assertThat(new Verifier(installation).findings())
                .anyMatch(found -> found.startsWith("LogRewritten: the evidence log was rewritten or damaged: witness"
                        + " outside knows another one: it has seen another history of the log at 3 entries"))
                .anyMatch(found -> found.startsWith("Unwitnessed: the evidence log is not confirmed by its witnesses"));
    }

    @Test
    void aRewriteIsFoundByAWitnessAfterTheLogHasGrown() throws IOException {
        install(Optional.of(policy()));
        rewrite("null", 0);
        installation.log().start();
        deliver("W-3");
        installation.awaitLogged();
        assertThat(new Verifier(installation).findings())
                .anyMatch(found -> found.contains("witness outside knows another one: it answered 422"));
    }

    @Test
    void aLogThatWasCutShortIsFoundByAWitness() throws IOException {
        install(Optional.of(policy()));
        rewrite("work", 1);
        assertThat(new Verifier(installation).findings())
                .anyMatch(found -> found.contains("witness outside has seen it with 3 entries, and it has 2"));
    }

    @Test
    void aWitnessThatDoesNotAnswerIsNoCleanResult() throws IOException {
        install(Optional.of(policy()));
        witness.close();
        rewrite("null", 0);
        assertThat(new Verifier(installation).findings())
                .anyMatch(found -> found.startsWith("Unwitnessed: the evidence log is not confirmed by its witnesses"));
    }

    private void install(Optional<Path> policy) {
        installation = new Installation(TestDatabase.fresh(), folder.resolve("log"), secrets, policy);
        installation.log().start();
        deliver("W-0");
        deliver("W-1");
        deliver("W-2");
        installation.awaitLogged();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> installation.database().one("select max(size) from log_checkpoint"), "3"::equals);
    }

    private void deliver(String work) {
        installation.keep("gateway", new WorkDelivered(new AdmissionId("A-1"), new ProduceId(work), WHEN));
    }

    /// Edits the second record, makes its seal fit, and writes the whole log and all that the database
    /// remembers of it anew, without the last records.
    private void rewrite(String work, int without) throws IOException {
        installation.log().stop();
        TestDatabase database = installation.database();
        database.execute("update record set work = " + work + " where position = 1");
        database.execute("delete from record where position >= " + (3 - without));
        database.execute("update record_head set next = " + (3 - without));
        installation.store().stored().between(0, 3, row -> {
            if (row instanceof Stored.Row(var kept, var _, var _)) {
                database.execute(
                        "update record set seal = '\\x" + kept.entry().seal() + "' where position = " + row.position());
            }
        });
        Path log = folder.resolve("log");
        try (var files = Files.walk(log)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        FolderStore store = FolderStore.open(Files.createDirectory(log));
        EvidenceLog.create(store, installation.log().signer());
        try (EvidenceLog rewritten =
                EvidenceLog.open(store, installation.log().signer(), new LogSettings(Duration.ZERO, 0))) {
            List<byte[]> entries = installation.store().ledger().pending(0, 100).stream()
                    .map(Pending::entry)
                    .map(entry -> entry.bytes())
                    .toList();
            rewritten.appendAll(entries);
            SignedNote checkpoint = rewritten.integrate();
            database.execute("delete from log_checkpoint");
            installation.store().ledger().keep(checkpoint, Instant.now());
            assertThat(Checkpoint.parse(checkpoint.text()).size()).isEqualTo(3 - without);
        }
    }

    private Path policy() throws IOException {
        return Files.writeString(
                folder.resolve("witnesses.policy"),
                "witness outside " + WITNESS.verifier() + " " + witness.address() + "\nquorum outside\n");
    }
}
