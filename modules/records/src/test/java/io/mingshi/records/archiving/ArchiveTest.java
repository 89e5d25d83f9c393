package io.mingshi.records.archiving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.RecordsEvent.PrivilegedRead;
import io.mingshi.records.Evidence;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.Records;
import io.mingshi.records.RetentionClass;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArchiveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    EventCodec codec;

    @Inject
    Records records;

    @Inject
    Evidence evidence;

    @Inject
    ArchiveRecords archiveRecords;

    @Inject
    Segments segments;

    @Inject
    io.mingshi.records.Archive archive;

    @Inject
    @DataSource("records")
    AgroalDataSource dataSource;

    @Test
    void aDeletedRecordComesBackAsTheLogKnowsIt() throws SQLException {
        KeptRecord record = archived();
        update("delete from record where position = " + record.position());
        assertThat(find(record)).isNull();
        restore("olga", record.position())
                .statusCode(200)
                .body("eventId", equalTo(record.header().eventId()));
        assertThat(required(record).entry()).isEqualTo(record.entry());
        assertThat(required(record).intact()).isTrue();
        Topic.of("records")
                .await(text -> text.contains("RecordRestored")
                        && text.contains(record.header().eventId()));
    }

    @Test
    void aChangedRecordComesBackInPlaceOfTheForgery() throws SQLException {
        KeptRecord record = archived();
        update("update record set person = 'somebody-else', sealed = '\\x00' where position = " + record.position());
        restore("olga", record.position()).statusCode(200);
        assertThat(required(record).entry()).isEqualTo(record.entry());
        assertThat(required(record).intact()).isTrue();
    }

    @Test
    void nothingInTheArchiveIsLegible() throws Exception {
        KeptRecord record = archived();
        Segment segment = segments.around(record.position()).getFirst();
        try (var lines = new GZIPInputStream(archive.get(segment.key(), segment.sha256()))) {
            String text = new String(lines.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(text).contains(record.header().eventId()).doesNotContain("only the owner may know");
        }
        assertThat(segment.retainUntil()).isAfter(Instant.now().plus(Duration.ofDays(365 * 3 - 1)));
        assertThat(segment.retentionClass()).isEqualTo(RetentionClass.AUDIT);
    }

    @Test
    void whatIsArchivedIsNotArchivedAgain() throws SQLException {
        KeptRecord record = archived();
        assertThat(archiveRecords.run(Duration.ZERO).waiting()).isZero();
        assertThat(segments.around(record.position())).hasSize(1);
    }

    @Test
    void aForgedSegmentRestoresNothing() throws SQLException {
        KeptRecord record = archived();
        update("update record set person = 'somebody-else' where position = " + record.position());
        update("update archive_segment set sha256 = repeat('0', 64) where " + record.position()
                + " between first and last");
        restore("olga", record.position()).statusCode(500).body("code", equalTo("ARCHIVE_DAMAGED"));
    }

    @Test
    void whatIsNotArchivedIsSaid() {
        restore("olga", 9_000_000).statusCode(404).body("code", equalTo("NOT_ARCHIVED"));
    }

    @Test
    void officersAndInspectorsSeeWhatIsArchived() throws SQLException {
        archived();
        for (String person : new String[] {"olga", "ines"}) {
            given().auth()
                    .oauth2(Tokens.of(person))
                    .get("/api/records/archive")
                    .then()
                    .statusCode(200)
                    .body("retentionClass", hasItem("AUDIT"))
                    .body("records[0]", greaterThan(0));
        }
        given().auth()
                .oauth2(Tokens.of("alice"))
                .get("/api/records/archive")
                .then()
                .statusCode(403);
        restore("ines", 0).statusCode(403);
        restore("alice", 0).statusCode(403);
    }

    /// A record that is in the archive.
    private KeptRecord archived() throws SQLException {
        String id = UUID.randomUUID().toString();
        var event = new PrivilegedRead(
                "records", "only the owner may know", id, new PersonId("olga"), "OFFICER", Instant.EPOCH);
        Topic.of("records").publish(id, codec.encode(id, "records", event, Instant.EPOCH, null));
        await().atMost(PATIENCE).until(() -> position(id) >= 0 && evidence.size() > position(id));
        archiveRecords.run(Duration.ZERO);
        return records.from(position(id), 1).getFirst();
    }

    private KeptRecord required(KeptRecord record) {
        return java.util.Objects.requireNonNull(find(record));
    }

    private @Nullable KeptRecord find(KeptRecord record) {
        return records.from(record.position(), 1).stream()
                .filter(found -> found.position() == record.position())
                .findFirst()
                .orElse(null);
    }

    private static ValidatableResponse restore(String person, long position) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .contentType("application/json")
                .body("{\"position\":" + position + "}")
                .post("/api/records/archive/restorations")
                .then();
    }

    private long position(String eventId) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select position from record where event_id = ?")) {
            select.setString(1, eventId);
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : -1;
            }
        }
    }

    private void update(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
