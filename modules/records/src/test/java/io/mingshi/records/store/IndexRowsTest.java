package io.mingshi.records.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.records.RecordIndex;
import io.mingshi.records.Records.Column;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How the database answers when much is stored: what reads a whole partition is counted by its statistics.
@QuarkusTest
class IndexRowsTest {
    private static final String FILL = """
            create table if not exists records_network_log partition of record
                for values in ('NETWORK_LOG') partition by range (received_at);
            create table filled partition of records_network_log for values from ('2020-01-01') to ('2020-03-01');
            insert into record select 9000000000 + i, 'filled-' || i, t, t, 'NETWORK_LOG', '/mingshi/gateway', 0, i,
                'type', 'subject', 'person-' || i % 2000, case when i % 7 = 0 then 'person-' || i % 1999 end,
                'admission-' || i / 4, 'work-' || i / 4, case when i % 5 = 0 then 'consent-' || i end,
                case when i % 9 = 0 then 'ticket-' || i end, hash, substr(hash, 1, 16), null,
                '\\x00', '\\x00', '\\x00', case when i % 3 = 0 then hash end
            from (select i, timestamptz '2020-01-01' + i * interval '1 minute' as t,
                encode(sha256(i::text::bytea), 'hex') as hash from generate_series(1, 60000) i) rows;
            analyze filled""";

    @Inject
    RecordIndex index;

    @Inject
    @DataSource("records")
    AgroalDataSource dataSource;

    @Test
    void noQuestionReadsAWholePartition() throws SQLException {
        QuarkusTransaction.begin();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(FILL);
            long before = scans();
            String hash = "0123456789abcdef".repeat(4);
            index.around(new ProduceId("work-77"));
            index.behind(new PersonId("person-7"), "type", List.of(new ConsentId("consent-5")));
            index.by(Column.CONTENT_HASH, hash, -1, 101);
            index.by(Column.WATERMARK, hash.substring(48), -1, 101);
            index.by(Column.TICKET, "ticket-9", -1, 101);
            index.about(new PersonId("person-7"), -1, 101);
            index.between(Instant.parse("2020-01-03T00:00:00Z"), Instant.parse("2020-01-04T00:00:00Z"), -1, 101);
            index.near(hash, 100);
            index.at(9_000_000_007L);
            assertThat(scans()).isEqualTo(before);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /// Sequential scans of the filled partition in this transaction; making its indexes was one for each.
    private long scans() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select seq_scan from pg_stat_xact_user_tables where relname = 'filled'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
