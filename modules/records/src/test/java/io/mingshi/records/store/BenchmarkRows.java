package io.mingshi.records.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.Receipt;
import io.mingshi.records.RecordIndex;
import io.mingshi.records.RetentionClass;
import io.mingshi.servicekit.crypto.BenchmarkKeys;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Fills the table `record` for a benchmark, through the module's own classes where the rows are looked up
/// later.
public final class BenchmarkRows {
    /// Requests with four records each, as network logs have them: one in four is a picture's.
    private static final String ORDINARY = """
            insert into record (position, event_id, received_at, occurred_at, retention_class, source, lane, number, type,
                subject, person, admission, work, content_hash, watermark, fingerprint, trace_id, sealed, commitment, seal)
            select p, 'E' || lpad(p::text, 25, '0'), t, t, 'NETWORK_LOG', '/mingshi/gateway', p & 7, p / 8,
                'io.mingshi.gateway.' || (array['RequestAdmitted', 'WorkRecorded', 'WorkDelivered', 'WorkPublished'])[(p & 3) + 1]
                    || '.v1',
                'A' || lpad((p / 4)::text, 25, '0'), 'person-' || md5(mod(p / 4, %3$d)::text), 'A' || lpad((p / 4)::text, 25, '0'),
                case when (p & 3) > 0 then 'W' || lpad((p / 4)::text, 25, '0') end,
                case when (p & 3) = 1 then encode(sha256(int8send(p)), 'hex') end,
                case when (p & 15) = 1 then left(md5(p::text), 16) end,
                case when (p & 15) = 1 then encode(sha256(int8send(p)), 'hex') end,
                md5((p / 4)::text), decode(repeat(md5(p::text), 10), 'hex'), sha256(int8send(p)), sha256(int8send(-p))
            from (select p, timestamptz '%4$s-01' + (p - %1$d) * interval '28 days' / %2$d as t
                from generate_series(%1$d::bigint, %1$d + %2$d - 1) p) rows""";

    private final AgroalDataSource dataSource;
    private final Sealing sealing;
    private final RowSelect select;

    public BenchmarkRows(AgroalDataSource dataSource) throws GeneralSecurityException {
        this.dataSource = dataSource;
        this.sealing = new Sealing(new SealKeys(dataSource, BenchmarkKeys.wrapping()));
        this.select = new RowSelect(dataSource, sealing);
    }

    public RecordIndex index() {
        return new IndexRows(select);
    }

    /// Drops the indexes that are made faster when all rows are there.
    ///
    /// @return how to make them again
    public List<String> withoutIndexes() throws SQLException {
        List<String> definitions = new ArrayList<>();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery(
                    "select indexdef from pg_indexes where tablename = 'record' and indexname <> 'record_pkey'")) {
                while (rows.next()) {
                    definitions.add(rows.getString(1).replace(" ON ONLY ", " ON "));
                }
            }
            for (String definition : definitions) {
                statement.execute("drop index " + definition.split(" ")[2]);
            }
        }
        return definitions;
    }

    public void makePartitions(YearMonth month) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            for (RetentionClass retention : RetentionClass.values()) {
                String name = Partitions.name(retention, month);
                String parent = "records_" + retention.name().toLowerCase(Locale.ROOT);
                statement.execute("create table if not exists " + parent + " partition of record for values in ('"
                        + retention + "') partition by range (received_at)");
                statement.execute("create table if not exists " + name + " partition of " + parent
                        + " for values from ('" + month + "-01T00:00:00Z') to ('" + month.plusMonths(1)
                        + "-01T00:00:00Z')");
            }
        }
    }

    /// @param persons how many of them there are
    public void fill(long first, long count, long persons, YearMonth month) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(ORDINARY.formatted(first, count, persons, month));
        }
    }

    /// Inserts records at the positions from `first` on.
    public void insert(long first, List<Receipt> receipts) throws SQLException {
        Set<KeyOwner> owners =
                receipts.stream().map(receipt -> KeyOwner.of(receipt.header())).collect(Collectors.toSet());
        List<SealedReceipt> sealed = sealing.seal(receipts, owners);
        try (Connection connection = dataSource.getConnection();
                var insert = connection.prepareStatement(RowBinding.INSERT)) {
            RowBinding.bind(connection, insert, first, sealed);
            insert.executeUpdate();
        }
    }

    /// All records but the ordinary ones, whose events are numbered alike.
    public List<KeptRecord> inserted() {
        return select.select("select " + RowBinding.COLUMNS
                + " from record where event_id < 'E' or event_id >= 'F' order by position");
    }

    /// How many positions were given.
    public long next() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(position) + 1, 0) from record")) {
            row.next();
            return row.getLong(1);
        }
    }
}
