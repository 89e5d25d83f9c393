package io.mingshi.records.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.RecordScan;
import io.mingshi.records.RecordSelection;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The table `record`, read in the order of the positions.
@Singleton
class ScanRows implements RecordScan {
    private final AgroalDataSource dataSource;
    private final Sealing sealing;

    ScanRows(@DataSource("records") AgroalDataSource dataSource, Sealing sealing) {
        this.dataSource = dataSource;
        this.sealing = sealing;
    }

    /// A condition with the values for its question marks.
    private record Condition(String sql, List<Object> values) {
        Condition(String sql, Object... values) {
            this(sql, List.of(values));
        }

        Condition and(String more, Object... further) {
            List<Object> all = new ArrayList<>(values);
            all.addAll(List.of(further));
            return new Condition("(" + sql + ") and " + more, all);
        }
    }

    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    @Override
    public long count(RecordSelection selection, long after, long before) {
        return query(
                        "select count(*) from record where ",
                        of(selection).and("position > ? and position < ?", after, before),
                        row -> row.getLong(1))
                .getFirst();
    }

    @Override
    public List<Found> find(RecordSelection selection, long after, long before, int limit) {
        return query(
                "select position, octet_length(sealed) from record where ",
                of(selection).and("position > ? and position < ? order by position limit ?", after, before, limit),
                row -> new Found(row.getLong(1), row.getInt(2)));
    }

    @Override
    public List<KeptRecord> read(RecordSelection selection, long first, long last) {
        return sealing.open(query(
                "select " + RowBinding.COLUMNS + " from record where ",
                of(selection).and("position between ? and ? order by position", first, last),
                RowBinding::row));
    }

    private static Condition of(RecordSelection selection) {
        return switch (selection) {
            case RecordSelection.Received(Instant from, Instant to) ->
                new Condition("received_at >= ? and received_at < ?", from, to);
            case RecordSelection.OfPerson(var person) ->
                new Condition("person = ? or counterpart = ?", person.value(), person.value());
            case RecordSelection.OfWork(String work) -> new Condition("work = ?", work);
            case RecordSelection.OfTicket(String ticket) ->
                new Condition("ticket = ? or work in (select work from record where ticket = ?)", ticket, ticket);
            case RecordSelection.OfType(String type, String subject) ->
                new Condition("type = ? and subject = ?", type, subject);
        };
    }

    private <T> List<T> query(String select, Condition condition, Mapper<T> mapper) {
        try (var connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, select + condition.sql(), condition.values());
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the records could not be read", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, List<Object> values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        return statement;
    }
}
