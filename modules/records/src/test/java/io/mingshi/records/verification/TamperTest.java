package io.mingshi.records.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintFiled;
import io.mingshi.contracts.event.ConsentEvent.ConsentGranted;
import io.mingshi.contracts.event.Event;
import io.mingshi.contracts.event.GatewayEvent.WorkDelivered;
import io.mingshi.contracts.event.GatewayEvent.WorkPublished;
import io.mingshi.records.Installation;
import io.mingshi.records.Installation.Secrets;
import io.mingshi.records.Stored;
import io.mingshi.records.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a malicious database administrator does, and what verification finds. The administrator writes any SQL
/// and, where a test says so, any file, but does not have the key that wraps the keys of the texts.
///
/// Part of DSP-16.2.
class TamperTest {
    private static final Instant WHEN = Instant.parse("2026-11-20T02:00:00Z");

    @TempDir
    private Path folder;

    private Installation installation;
    private Verifier verifier;
    private TestDatabase database;
    private String granted;
    private String filed;
    private String delivered;
    private String published;

    @BeforeEach
    void keepSomeRecords() {
        database = TestDatabase.fresh();
        installation = new Installation(database, folder.resolve("log"), Secrets.fresh(), Optional.empty());
        installation.log().start();
        granted = installation.keep("consent", granted("C-1", "bob")).getFirst();
        filed = installation.keep("complaints", filed("T-1")).getFirst();
        delivered = installation
                .keep("gateway", new WorkDelivered(new AdmissionId("A-1"), new ProduceId("W-1"), WHEN))
                .getFirst();
        published = installation
                .keep(
                        "gateway",
                        new WorkPublished(
                                new AdmissionId("A-1"), new ProduceId("W-1"), new PersonId("alice"), WHEN, null))
                .getFirst();
        installation.keep("complaints", filed("T-2"), filed("T-3"), filed("T-4"));
        installation.awaitLogged();
        verifier = new Verifier(installation);
    }

    @AfterEach
    void stop() {
        installation.close();
    }

    @Test
    void untouchedRecordsAreClean() {
        assertThat(verifier.findings()).isEmpty();
        assertThat(verifier.result().outcome()).isEqualTo("CLEAN");
        assertThat(verifier.result().records()).isEqualTo(7);
        assertThat(verifier.result().logSize()).isEqualTo(7);
    }

    @Test
    void anEditedColumnIsNamed() {
        database.execute("update record set work = 'W-9' where event_id = '" + delivered + "'");
        assertThat(verifier.findings())
                .containsExactly("Edited: record " + delivered + " at position 2 was edited: work is not what the"
                        + " evidence log was told");
        assertThat(verifier.result().outcome()).isEqualTo("FOUND");
        assertThat(verifier.result().examples()).hasSize(1);
    }

    @Test
    void anEditedColumnIsFoundThoughTheSealInTheRowIsMadeToFit() {
        database.execute(
                "update record set subject = 'A-9', type = 'io.mingshi.gateway.WorkTakenDown.v1' where event_id"
                        + " = '" + delivered + "'");
        resealAll();
        assertThat(verifier.findings())
                .containsExactly("Edited: record " + delivered + " at position 2 was edited: type, subject is not what"
                        + " the evidence log was told");
    }

    @Test
    void aColumnThatThisServiceNeverWritesIsNamedToo() {
        database.execute("update record set person = 'no such person!' where event_id = '" + published + "'");
        assertThat(verifier.findings()).hasSize(1);
        assertThat(verifier.findings().getFirst()).startsWith("Edited: record " + published + " at position 3");
    }

    @Test
    void aChangedKeyIsNamedAndStopsNothing() {
        database.execute("update seal_key set wrapped = '\\x00' where person = 'bob'");
        assertThat(verifier.findings())
                .containsExactly("TextLost: the text of record " + granted + " at position 0 cannot be read: it does"
                        + " not decrypt under the stored key, so the key was changed");
    }

    @Test
    void aKeyThatIsGoneWithoutANoteIsNamed() {
        database.execute("alter table seal_key disable trigger user; delete from seal_key where person = 'bob'");
        assertThat(verifier.findings()).hasSize(1);
        assertThat(verifier.findings().getFirst()).startsWith("TextLost: the text of record " + granted);
    }

    @Test
    void aDestroyedKeyIsNamedUnlessARecordTellsOfIt() {
        database.execute("alter table seal_key disable trigger user; update seal_key set wrapped = null, destroyed_at ="
                + " now() where person = 'bob'");
        assertThat(verifier.findings())
                .containsExactly("KeyDestroyed: the text of record " + granted
                        + " at position 0 cannot be read: its key" + " was destroyed, and no record tells of that");
        installation.keepText("{\"specversion\":\"1.0\",\"id\":\"destroyed-1\",\"source\":\"/mingshi/records\","
                + "\"type\":\"io.mingshi.records.KeysDestroyed.v1\",\"subject\":\"" + Sha256.of("bob") + "\",\"data\":"
                + "{\"personHash\":\"" + Sha256.of("bob") + "\",\"retentionClass\":\"CONSENT\",\"month\":\""
                + monthOf(granted) + "\",\"rule\":\"test\",\"at\":\"2026-11-24T00:00:00Z\"}}");
        installation.awaitLogged();
        assertThat(verifier.findings()).isEmpty();
    }

    @Test
    void aDeletedRowIsNamed() {
        database.execute("delete from record where event_id = '" + filed + "'");
        assertThat(verifier.findings()).hasSize(1);
        assertThat(verifier.findings().getFirst())
                .startsWith("Deleted: record " + filed + " at position 1 (COMPLAINT, received ")
                .endsWith(" was deleted, and no expiry covers it");
    }

    @Test
    void rowsThatWereSwappedAreBothNamed() {
        database.execute(
                "update record set position = 3 - position where event_id in ('" + filed + "', '" + delivered + "')");
        assertThat(verifier.findings())
                .containsExactlyInAnyOrder(
                        "Reordered: record " + filed + " at position 1 was moved to position 2",
                        "Reordered: record " + delivered + " at position 2 was moved to position 1");
    }

    @Test
    void aBackDatedRowIsNamedWithBothTimes() {
        database.execute("create table back partition of records_complaint for values from ('2026-01-01T00:00:00Z') to"
                + " ('2026-02-01T00:00:00Z')");
        database.execute("update record set received_at = '2026-01-05T00:00:00Z' where event_id = '" + filed + "'");
        assertThat(verifier.findings()).hasSize(1);
        assertThat(verifier.findings().getFirst())
                .startsWith("BackDated: record " + filed + " at position 1 was back-dated: its received_at was ")
                .endsWith(" and is now 2026-01-05T00:00:00Z");
    }

    @Test
    void aTimeOfTheFactThatWasChangedIsNamed() {
        database.execute("update record set occurred_at = '2026-01-05T00:00:00Z' where event_id = '" + filed + "'");
        assertThat(verifier.findings()).hasSize(1);
        assertThat(verifier.findings().getFirst())
                .startsWith("BackDated: record " + filed + " at position 1 was back-dated: its occurred_at was ");
    }

    @Test
    void swappedPayloadsAreNamedWithEachOther() {
        database.execute("update record a set sealed = b.sealed, commitment = b.commitment from record b where"
                + " (a.event_id, b.event_id) in (('" + filed + "', '" + delivered + "'), ('" + delivered + "', '"
                + filed
                + "'))");
        assertThat(verifier.findings())
                .containsExactlyInAnyOrder(
                        "PayloadSwapped: record " + filed + " at position 1 has the encrypted text of record "
                                + delivered + " at position 2",
                        "PayloadSwapped: record " + delivered + " at position 2 has the encrypted text of record "
                                + filed + " at position 1");
    }

    @Test
    void aPayloadThatWasCopiedOverAnotherIsNamedWithItsOrigin() {
        database.execute("update record a set sealed = b.sealed from record b where a.event_id = '" + filed
                + "' and b.event_id = '" + delivered + "'");
        assertThat(verifier.findings())
                .containsExactly("PayloadSwapped: record " + filed + " at position 1 has the encrypted text of record "
                        + delivered + " at position 2");
    }

    @Test
    void everyRecordOfATruncatedPartitionIsNamed() {
        String partition = database.one("select tableoid::regclass from record where event_id = '" + filed + "'");
        database.execute("truncate " + partition);
        assertThat(verifier.findings()).hasSize(4).allMatch(found -> found.startsWith("Deleted: record "));
        assertThat(verifier.findings().getFirst()).contains(filed);
    }

    @Test
    void everyRecordOfATruncatedTableIsNamed() {
        database.execute("truncate record");
        assertThat(verifier.findings()).hasSize(7).allMatch(found -> found.startsWith("Deleted: record "));
    }

    @Test
    void whatAnOlderBackupLacksIsNamedAndTheServiceGoesOn() {
        database.execute(
                "create table b_record as select * from record; create table b_head as select * from" + " record_head");
        String lost = installation.keep("complaints", filed("T-5")).getFirst();
        installation.awaitLogged();
        database.execute("truncate record; insert into record select * from b_record; update record_head set next ="
                + " (select next from b_head)");
        await().until(() -> database.one("select first from log_ahead"), "7"::equals);
        String after = installation.keep("complaints", filed("T-6")).getFirst();
        installation.awaitLogged();
        assertThat(installation.position(after)).isEqualTo(8);
        assertThat(verifier.findings()).hasSize(1);
        assertThat(verifier.findings().getFirst())
                .startsWith("OlderState: record " + lost + " at position 7 was lost with an older state");
    }

    @Test
    void aRecordThatWasInventedBetweenOthersIsNamed() {
        database.execute("insert into record select position, 'invented', received_at, occurred_at, retention_class,"
                + " source, lane, number, type, subject, person, counterpart, admission, 'W-7', consent, ticket,"
                + " content_hash, watermark, trace_id, sealed, commitment, seal from record where event_id = '"
                + delivered + "'");
        assertThat(verifier.findings())
                .containsExactly(
                        "Inserted: record invented at position 2 was inserted: it was not given that position");
    }

    @Test
    void aRecordThatWasInventedBeforeTheFirstIsNamed() {
        invent(-5);
        assertThat(verifier.findings())
                .containsExactly(
                        "Inserted: record invented at position -5 was inserted: it was not given that position");
    }

    @Test
    void aRecordThatWasInventedAtTheEndIsNamedThoughTheLogTookItIn() {
        installation.log().stop();
        invent(7);
        database.execute("insert into seal_key (person, retention_class, month, destroyed_at) select 'mallory',"
                + " retention_class, month, now() from seal_key where retention_class = 'NETWORK_LOG' limit 1");
        installation.log().start();
        await().until(() -> database.one("select first from log_ahead"), "7"::equals);
        String after = installation.keep("complaints", filed("T-6")).getFirst();
        installation.awaitLogged();
        assertThat(installation.position(after)).isEqualTo(8);
        assertThat(verifier.findings())
                .contains("Inserted: record invented at position 7 was inserted: it was not given that position");
    }

    @Test
    void aRecordThatVanishedBeforeItWasLoggedIsNamedByItsPosition() {
        installation.log().stop();
        List<String> late = installation.keep("complaints", filed("T-5"), filed("T-6"));
        database.execute("delete from record where event_id = '" + late.getFirst() + "'");
        installation.log().start();
        installation.awaitLogged();
        assertThat(verifier.findings())
                .containsExactly("MissingBeforeLogged: the record at position 7 vanished before the evidence log was"
                        + " told of it");
    }

    @Test
    void aRecordThatWasEditedAndResealedBeforeItWasLoggedContradictsItsText() {
        installation.log().stop();
        String late = installation.keep("complaints", filed("T-5")).getFirst();
        database.execute("update record set work = 'W-9', subject = 'T-9' where event_id = '" + late + "'");
        resealAll();
        installation.log().start();
        installation.awaitLogged();
        assertThat(verifier.findings())
                .containsExactly(
                        "Contradicted: record " + late + " at position 7 was edited before the evidence log was"
                                + " told of it: subject, work is not what its text says");
    }

    /// An older version of the service may have left the column empty. The text still says it.
    @Test
    void anIdThatWasTakenOutBeforeTheRecordWasLoggedIsNotFound() {
        installation.log().stop();
        String late = installation.keep("complaints", filed("T-5")).getFirst();
        database.execute("update record set work = null where event_id = '" + late + "'");
        resealAll();
        installation.log().start();
        installation.awaitLogged();
        assertThat(verifier.findings()).isEmpty();
    }

    @Test
    void anExpiryThatTheAdministratorWroteExcusesNothing() {
        String expiry = expiry(filed, 1);
        database.execute("delete from record where event_id = '" + filed + "'");
        database.execute("delete from record where event_id = '" + expiry + "'");
        database.execute("delete from log_checkpoint");
        assertThat(verifier.findings()).hasSize(2).allMatch(found -> found.startsWith("Deleted: "));
    }

    @Test
    void recordsThatExpiredTooEarlyAreFoundByTheirExpiry() {
        String expiry = expiry(filed, 1);
        database.execute("delete from record where event_id = '" + filed + "'");
        assertThat(verifier.findings()).hasSize(1);
        assertThat(verifier.findings().getFirst())
                .startsWith("ExpiredTooEarly: record " + expiry + " at position 7 tells that COMPLAINT of ");
    }

    @Test
    void aRecordThatWasDeletedBeforeItsClassExpiredShowsInTheCount() {
        expiry(filed, 1);
        database.execute("delete from record where retention_class = 'COMPLAINT'");
        assertThat(verifier.findings())
                .anyMatch(found -> found.startsWith("ExpiryMiscounted: of COMPLAINT of ")
                        && found.endsWith(" 4 records are gone, but 1 expired"));
    }

    @Test
    void aChangedEntryInTheLogIsFound() throws IOException {
        try (var files = Files.walk(folder.resolve("log/tile/entries"))) {
            for (Path bundle : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(bundle);
                bytes[40] ^= 1;
                Files.write(bundle, bytes);
            }
        }
        assertThat(verifier.findings())
                .anyMatch(
                        found -> found.startsWith("LogRewritten: the evidence log was rewritten or damaged: entry 0"));
    }

    @Test
    void aLogThatIsGoneIsNoCleanResult() throws IOException {
        installation.log().stop();
        Files.delete(folder.resolve("log/checkpoint"));
        Verification ended = verifier.verify();
        assertThat(ended.state()).isEqualTo(Verification.State.FAILED);
        assertThat(verifier.result().outcome()).isEqualTo("FAILED");
    }

    /// A row that the service would take for one of its own, but for the text, which needs a key.
    private void invent(long position) {
        database.execute("insert into record select " + position + ", 'invented', received_at, occurred_at,"
                + " retention_class, source, lane, number, type, subject, 'mallory', counterpart, admission, 'W-7',"
                + " consent, ticket, content_hash, watermark, trace_id, sealed, commitment, seal from record where"
                + " event_id = '" + published + "'");
        resealAll();
    }

    /// Anybody can compute the seal of a row.
    private void resealAll() {
        installation.store().stored().between(-100, 100, row -> {
            if (row instanceof Stored.Row(var kept, var _, var _)) {
                database.execute("update record set seal = '\\x" + kept.entry().seal() + "' where event_id = '"
                        + row.eventId() + "'");
            }
        });
    }

    /// Lets the service tell that the month of a record expired.
    private String expiry(String eventId, int count) {
        String month = monthOf(eventId);
        String id =
                installation.keepText("{\"specversion\":\"1.0\",\"id\":\"expiry-1\",\"source\":\"/mingshi/records\","
                        + "\"type\":\"io.mingshi.records.RecordsExpired.v1\",\"data\":{\"retentionClass\":\"COMPLAINT\","
                        + "\"month\":\"" + month + "\",\"count\":" + count
                        + ",\"firstPosition\":0,\"lastPosition\":100,"
                        + "\"rule\":\"test\",\"at\":\"2026-11-24T00:00:00Z\"}}");
        installation.awaitLogged();
        return id;
    }

    private String monthOf(String eventId) {
        return database.one("select to_char(received_at at time zone 'UTC', 'YYYY-MM') from record where event_id = '"
                + eventId + "'");
    }

    private static Event granted(String consent, String depicted) {
        return new ConsentGranted(
                new ConsentId(consent), new PersonId("alice"), new PersonId(depicted), "aa", WHEN, null);
    }

    private static Event filed(String ticket) {
        return new ComplaintFiled(ticket, new ProduceId("W-1"), "that is me", WHEN, WHEN.plusSeconds(90_000));
    }
}
