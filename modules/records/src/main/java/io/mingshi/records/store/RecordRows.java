package io.mingshi.records.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.PersonId;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.Receipt;
import io.mingshi.records.Records;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The table `record`.
@Singleton
class RecordRows implements Records {
    private static final String SELECT = "select " + RowBinding.COLUMNS + " from record where ";
    private static final String IN_ORDER = " order by occurred_at, position";

    private final AgroalDataSource dataSource;
    private final Sealing sealing;
    private final Partitions partitions;
    private final RowSelect rows;

    RecordRows(
            @DataSource("records") AgroalDataSource dataSource,
            Sealing sealing,
            Partitions partitions,
            RowSelect rows) {
        this.dataSource = dataSource;
        this.sealing = sealing;
        this.partitions = partitions;
        this.rows = rows;
    }

    /// The row that gives the positions is locked last and until the commit: nobody sees a position before
    /// those below it.
    @Override
    public void keep(List<Receipt> receipts) {
        Set<KeyOwner> owners = receipts.stream()
                .map(receipt -> KeyOwner.of(receipt.header()))
                .collect(Collectors.toCollection(TreeSet::new));
        partitions.ensure(owners);
        List<SealedReceipt> sealed = sealing.seal(receipts, owners);
        try (var connection = dataSource.getConnection()) {
            long position = takePositions(connection, sealed.size());
            try (var insert = connection.prepareStatement(RowBinding.INSERT)) {
                RowBinding.bind(connection, insert, position, sealed);
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("records could not be written", e);
        }
    }

    @Override
    public List<KeptRecord> by(Column column, String id) {
        return select(column.name().toLowerCase(Locale.ROOT) + " = ?" + IN_ORDER, id);
    }

    @Override
    public List<KeptRecord> ofPerson(PersonId person, String type) {
        return select("person = ? and type = ?" + IN_ORDER, person.value(), type);
    }

    @Override
    public List<KeptRecord> from(long position, int limit) {
        return select("position >= ? order by position limit ?", position, limit);
    }

    @Override
    public long next() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select next from record_head")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the head of the records cannot be read", e);
        }
    }

    private static long takePositions(Connection connection, int count) throws SQLException {
        try (var update = connection.prepareStatement("update record_head set next = next + ? returning next - ?")) {
            update.setLong(1, count);
            update.setLong(2, count);
            try (ResultSet rows = update.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private List<KeptRecord> select(String condition, Object... values) {
        return rows.select(SELECT + condition, values);
    }
}
