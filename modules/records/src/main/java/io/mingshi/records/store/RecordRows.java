package io.mingshi.records.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.PersonId;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.Receipt;
import io.mingshi.records.Records;
import io.mingshi.records.RetentionClass;
import io.mingshi.servicekit.crypto.PersonKeys;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The table `record`.
@Singleton
class RecordRows implements Records {
    private static final Logger LOG = Logger.getLogger(RecordRows.class);
    private static final String CONTEXT = "records.cloud-event";
    private static final String INSERT = """
            insert into record (event_id, received_at, occurred_at, source, type, subject, person, admission, work,
                                consent, ticket, trace_id, retention_class, sha256, text_encrypted)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SELECT = """
            select event_id, type, occurred_at, received_at, trace_id, retention_class, sha256, person, text_encrypted
            from record where\s""";
    private static final String IN_ORDER = " order by occurred_at, event_id";

    private final AgroalDataSource dataSource;
    private final PersonKeys keys;
    private final Partitions partitions;

    RecordRows(@DataSource("records") AgroalDataSource dataSource, RecordsKeys keys, Partitions partitions) {
        this.dataSource = dataSource;
        this.keys = keys;
        this.partitions = partitions;
    }

    @Override
    public void keep(Receipt receipt) {
        partitions.ensure(receipt.receivedAt());
        byte[] encrypted =
                keys.encrypt(receipt.person(), CONTEXT, receipt.text().getBytes(UTF_8));
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, receipt.eventId());
            insert.setObject(2, utc(receipt.receivedAt()));
            insert.setObject(3, utc(receipt.occurredAt()));
            insert.setString(4, receipt.source());
            insert.setString(5, receipt.type());
            insert.setString(6, receipt.subject());
            insert.setString(7, receipt.person().value());
            insert.setString(8, receipt.admission());
            insert.setString(9, receipt.work());
            insert.setString(10, receipt.consent());
            insert.setString(11, receipt.ticket());
            insert.setString(12, receipt.traceId());
            insert.setString(13, receipt.retentionClass().name());
            insert.setString(14, receipt.sha256());
            insert.setBytes(15, encrypted);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a record could not be written", e);
        }
    }

    @Override
    public List<KeptRecord> by(Column column, String id) {
        return select(column.name().toLowerCase(Locale.ROOT) + " = ?", id);
    }

    @Override
    public List<KeptRecord> ofPerson(PersonId person, String type) {
        return select("person = ? and type = ?", person.value(), type);
    }

    private List<KeptRecord> select(String condition, String... values) {
        try (var connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT + condition + IN_ORDER)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                List<KeptRecord> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(recordOf(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the records could not be read", e);
        }
    }

    private KeptRecord recordOf(ResultSet row) throws SQLException {
        return new KeptRecord(
                row.getString(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                RetentionClass.valueOf(row.getString(6)),
                row.getString(7),
                decrypted(new PersonId(row.getString(8)), row.getBytes(9)));
    }

    private Optional<String> decrypted(PersonId person, byte[] encrypted) {
        try {
            return keys.decrypt(person, CONTEXT, encrypted).map(text -> new String(text, UTF_8));
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof GeneralSecurityException)) {
                throw e;
            }
            LOG.errorf(e, "a record under the key of %s no longer decrypts: it is shown as not intact", person);
            return Optional.empty();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
