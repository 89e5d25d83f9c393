package io.mingshi.records.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.records.LogLedger;
import io.mingshi.records.Pending;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.SealedEntry;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The tables `record_head`, `log_checkpoint` and `log_ahead`, and the seals of the records. Used outside of
/// transactions:
/// every statement commits by itself.
@Singleton
class LogRows implements LogLedger {
    private final AgroalDataSource dataSource;

    LogRows(@DataSource("records") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public long next() {
        return query("select next from record_head", row -> row.getLong(1)).getFirst();
    }

    @Override
    public List<Pending> pending(long from, int limit) {
        return query(
                "select position, event_id, retention_class, received_at, seal from record where position >= ?"
                        + " order by position limit ?",
                row -> new Pending(
                        row.getLong(1),
                        new SealedEntry(
                                row.getString(2),
                                RetentionClass.valueOf(row.getString(3)),
                                instant(row, 4),
                                HexFormat.of().formatHex(row.getBytes(5)))),
                from,
                limit);
    }

    @Override
    public Optional<VerifierKey> key() {
        return query("select log_key from record_head where log_key is not null", row -> row.getString(1)).stream()
                .map(VerifierKey::parse)
                .findFirst();
    }

    @Override
    public void bind(VerifierKey key) {
        update("update record_head set log_key = ? where log_key is null", key.toString());
    }

    /// One statement, so that both are done or neither.
    @Override
    public void forward(long size, Instant now) {
        update("""
                with head as (select next from record_head for update),
                forwarded as (update record_head set next = ? from head where head.next < ?)
                insert into log_ahead (first, last, noticed_at)
                select head.next, ? - 1, ? from head where head.next < ?""", size, size, size, now, size);
    }

    @Override
    public List<Ahead> ahead() {
        return query(
                "select first, last, noticed_at from log_ahead order by first",
                row -> new Ahead(row.getLong(1), row.getLong(2), instant(row, 3)));
    }

    @Override
    public void keep(SignedNote checkpoint, Instant now) {
        update(
                "insert into log_checkpoint (size, note, kept_at) values (?, ?, ?)"
                        + " on conflict (size) do update set note = excluded.note",
                Checkpoint.parse(checkpoint.text()).size(),
                checkpoint.toString(),
                now);
    }

    @Override
    public List<SignedNote> checkpoints(long fromSize, int limit) {
        return query(
                "select note from log_checkpoint where size >= ? order by size limit ?",
                LogRows::note,
                fromSize,
                limit);
    }

    @Override
    public Optional<SignedNote> newestCheckpoint() {
        return query("select note from log_checkpoint order by size desc limit 1", LogRows::note).stream()
                .findFirst();
    }

    private static SignedNote note(ResultSet row) throws SQLException {
        return SignedNote.parse(row.getString(1).getBytes(UTF_8));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Mapper<T> mapper, Object... values) {
        try (var connection = dataSource.getConnection();
                var select = prepared(connection, sql, values);
                var rows = select.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("what the database knows of the evidence log cannot be read", e);
        }
    }

    private void update(String sql, Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("what the database knows of the evidence log cannot be written", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i];
            statement.setObject(i + 1, value);
        }
        return statement;
    }
}
