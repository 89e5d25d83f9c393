package io.mingshi.records.export.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.PersonId;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.records.export.Export;
import io.mingshi.records.export.ExportOrder;
import io.mingshi.records.export.ExportPlan;
import io.mingshi.records.export.ExportScope;
import io.mingshi.records.export.Exports;
import io.mingshi.records.export.archive.ExportFacts;
import io.mingshi.servicekit.caller.Role;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The tables `export_order` and `export_part`.
@Singleton
class ExportRows implements Exports {
    private static final String SELECT = "select export_order.*, coalesce(parts, 0) as parts,"
            + " coalesce(part_records, 0) as part_records, coalesce(part_bytes, 0) as part_bytes,"
            + " coalesce(part_last, -1) as part_last from export_order left join (select export, count(*) as parts,"
            + " sum(records) as part_records, sum(bytes) as part_bytes, max(last) as part_last from export_part"
            + " group by export) part on export = id ";

    private final AgroalDataSource dataSource;

    ExportRows(@DataSource("records") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    @Override
    public void add(Export export) {
        ExportOrder order = export.order();
        ExportFacts.Scope scope = order.scope().facts();
        update(
                "insert into export_order (id, kind, target, from_at, to_at, texts, case_number, reason, ordered_by,"
                        + " ordered_as, ordered_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                order.id(),
                scope.kind(),
                scope.target(),
                time(scope.from()),
                time(scope.to()),
                order.texts(),
                order.caseNumber(),
                order.reason(),
                order.by().value(),
                order.role().name(),
                time(order.at()),
                order.needsApproval() ? "AWAITING_APPROVAL" : "WAITING");
    }

    @Override
    public Optional<Export> find(String id) {
        return query(SELECT + "where id = ?", ExportRows::export, id).stream().findFirst();
    }

    @Override
    public Optional<Export> lock(String id) {
        return query(SELECT + "where id = ? for update of export_order", ExportRows::export, id).stream()
                .findFirst();
    }

    @Override
    public List<Export> newest(int limit) {
        return query(SELECT + "order by ordered_at desc, id desc limit ?", ExportRows::export, limit);
    }

    @Override
    public void approve(String id, Export.Approval approval) {
        update(
                "update export_order set state = 'WAITING', approved_by = ?, approved_at = ? where id = ?",
                approval.by().value(),
                time(approval.at()),
                id);
    }

    @Override
    public Optional<Export> next() {
        return query(
                        SELECT + "where state in ('WAITING', 'RUNNING') order by ordered_at, id limit 1",
                        ExportRows::export)
                .stream()
                .findFirst();
    }

    @Override
    public void plan(String id, ExportPlan plan) {
        update(
                "update export_order set state = 'RUNNING', planned_at = ?, checkpoint = ?, total = ?, margin = ?,"
                        + " first_entry = ?, end_entry = ? where id = ? and state = 'WAITING'",
                time(plan.plannedAt()),
                plan.checkpoint().toString(),
                plan.total(),
                plan.margin().toSeconds(),
                number(plan.firstEntry()),
                number(plan.endEntry()),
                id);
    }

    @Override
    public void add(String id, Part part) {
        update(
                "insert into export_part (export, number, folder, records, last, bytes) values (?, ?, ?, ?, ?, ?)",
                id,
                part.number(),
                part.folder(),
                part.records(),
                part.last(),
                part.bytes());
    }

    @Override
    public List<Part> parts(String id) {
        return query(
                "select number, folder, records, last, bytes from export_part where export = ? order by number",
                row -> new Part(row.getInt(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                id);
    }

    @Override
    public void ready(Export.Ready ready) {
        update(
                "update export_order set state = 'READY', file = ?, bytes = ?, sha256 = ?, ended_at = ?, delete_at = ?"
                        + " where id = ? and state = 'RUNNING'",
                ready.file(),
                ready.bytes(),
                ready.sha256(),
                time(ready.readyAt()),
                time(ready.deleteAt()),
                ready.order().id());
    }

    @Override
    public void fail(String id, String why, Instant at) {
        update("update export_order set state = 'FAILED', failure = ?, ended_at = ? where id = ?", why, time(at), id);
    }

    @Override
    public List<Export> overdue(Instant now) {
        return query(SELECT + "where state = 'READY' and delete_at <= ?", ExportRows::export, time(now));
    }

    @Override
    public void deleted(String id, Instant at) {
        update("update export_order set state = 'DELETED', ended_at = ? where id = ?", time(at), id);
    }

    @Override
    public Optional<Turn> turn() {
        return JobTurn.take(dataSource);
    }

    private static Export export(ResultSet row) throws SQLException {
        ExportOrder order = order(row);
        String state = row.getString("state");
        if (state.equals("AWAITING_APPROVAL")) {
            return new Export.AwaitingApproval(order);
        }
        Optional<Export.Approval> approval = approval(row);
        return switch (state) {
            case "WAITING" -> new Export.Waiting(order, approval);
            case "RUNNING" -> new Export.Running(order, approval, plan(row), progress(row));
            case "READY" ->
                new Export.Ready(
                        order,
                        approval,
                        plan(row),
                        row.getString("file"),
                        row.getLong("bytes"),
                        row.getString("sha256"),
                        instant(row, "ended_at"),
                        instant(row, "delete_at"));
            case "FAILED" -> new Export.Failed(order, approval, row.getString("failure"), instant(row, "ended_at"));
            case "DELETED" -> new Export.Deleted(order, approval, instant(row, "ended_at"));
            default -> throw new IllegalStateException("no export is in the state " + state);
        };
    }

    private static ExportOrder order(ResultSet row) throws SQLException {
        return new ExportOrder(
                row.getString("id"),
                ExportScope.of(new ExportFacts.Scope(
                        row.getString("kind"),
                        row.getString("target"),
                        instantOrNull(row, "from_at"),
                        instantOrNull(row, "to_at"))),
                row.getBoolean("texts"),
                row.getString("case_number"),
                row.getString("reason"),
                new PersonId(row.getString("ordered_by")),
                Role.valueOf(row.getString("ordered_as")),
                instant(row, "ordered_at"));
    }

    private static Optional<Export.Approval> approval(ResultSet row) throws SQLException {
        String by = row.getString("approved_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Export.Approval(new PersonId(by), instant(row, "approved_at")));
    }

    private static ExportPlan plan(ResultSet row) throws SQLException {
        return new ExportPlan(
                instant(row, "planned_at"),
                SignedNote.parse(row.getString("checkpoint").getBytes(UTF_8)),
                row.getLong("total"),
                Duration.ofSeconds(row.getLong("margin")),
                number(row, "first_entry"),
                number(row, "end_entry"));
    }

    private static Export.Progress progress(ResultSet row) throws SQLException {
        return new Export.Progress(
                row.getInt("parts"), row.getLong("part_records"), row.getLong("part_bytes"), row.getLong("part_last"));
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static @Nullable Long number(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private <T> List<T> query(String sql, Mapper<T> mapper, @Nullable Object... values) {
        try (var connection = dataSource.getConnection();
                var select = prepared(connection, sql, values);
                var rows = select.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the exports cannot be read", e);
        }
    }

    private void update(String sql, @Nullable Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = prepared(connection, sql, values)) {
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("an export is not in the state in which this is done");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the exports cannot be written", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
