package io.mingshi.records.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.Sealed;
import io.mingshi.records.Stored;
import io.mingshi.records.StoredRecords;
import io.mingshi.records.StoredText;
import io.mingshi.records.jdbc.Sql;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Reads the table `record` row by row; one row that makes no sense does not keep the others from being read.
@Singleton
class StoredRows implements StoredRecords {
    private static final String SELECT = "select " + RowBinding.COLUMNS + ", seal from record where ";
    private static final String IN_ORDER = " order by position, event_id, received_at";

    /// Rows whose keys are looked up together, and the bytes they may have.
    private static final int TOGETHER = 256;
    private static final int TOGETHER_BYTES = 4 << 20;

    private final Sql sql;
    private final Sealing sealing;
    private final SealKeys keys;

    StoredRows(@DataSource("records") AgroalDataSource dataSource, Sealing sealing, SealKeys keys) {
        this.sql = new Sql(dataSource, "the stored records");
        this.sealing = sealing;
        this.keys = keys;
    }

    @Override
    public void between(long from, long to, Consumer<Stored> rows) {
        stream("position >= ? and position < ?", rows, from, to);
    }

    /// One statement, which sees the head and the rows of the same instant.
    @Override
    public void outside(Consumer<Stored> rows) {
        stream("(position < 0 or position >= (select next from record_head))", rows);
    }

    @Override
    public void of(Collection<String> eventIds, Consumer<Stored> rows) {
        stream("event_id = any (?)", rows, (Object) eventIds.toArray(String[]::new));
    }

    @Override
    public void received(String type, Instant from, Instant to, Consumer<Stored> rows) {
        stream("type = ? and received_at >= ? and received_at < ?", rows, type, from, to);
    }

    @Override
    public void about(String type, Collection<String> subjects, Consumer<Stored> rows) {
        stream("type = ? and subject = any (?)", rows, type, subjects.toArray(String[]::new));
    }

    @Override
    public List<Place> holding(Collection<Sealed> payloads) {
        return sql.list(
                "select position, event_id, sealed from record where sealed = any (?) order by position limit 1000",
                row -> new Place(row.getLong(1), row.getString(2), Sealed.of(row.getBytes(3))),
                (Object) payloads.stream().map(Sealed::bytes).toArray(byte[][]::new));
    }

    private void stream(String condition, Consumer<Stored> rows, Object... values) {
        var together = new Together(rows);
        sql.stream(SELECT + condition + IN_ORDER, StoredRows::row, together::add, values);
        together.open();
    }

    /// What a row says of itself.
    private sealed interface Raw {
        record Good(StoredRow row, String seal) implements Raw {}

        record Bad(Stored.Garbled row) implements Raw {}
    }

    private static Raw row(ResultSet row) throws SQLException {
        try {
            StoredRow stored = RowBinding.row(row);
            String seal = HexFormat.of().formatHex(row.getBytes("seal"));
            return new Raw.Good(stored, seal);
        } catch (RuntimeException e) {
            return new Raw.Bad(new Stored.Garbled(row.getLong(1), row.getString(2), String.valueOf(e.getMessage())));
        }
    }

    /// Rows that wait for their keys.
    private final class Together {
        private final Consumer<Stored> target;
        private final List<Raw> waiting = new ArrayList<>();
        private long bytes;

        Together(Consumer<Stored> target) {
            this.target = target;
        }

        void add(Raw raw) {
            waiting.add(raw);
            if (raw instanceof Raw.Good(StoredRow row, var _)) {
                bytes += row.sealed().size();
            }
            if (waiting.size() == TOGETHER || bytes > TOGETHER_BYTES) {
                open();
            }
        }

        void open() {
            List<StoredRow> good = waiting.stream()
                    .filter(Raw.Good.class::isInstance)
                    .map(raw -> ((Raw.Good) raw).row())
                    .toList();
            var opened = good.isEmpty()
                    ? List.<KeptRecord>of().iterator()
                    : kept(good).iterator();
            Set<KeyOwner> noted = good.isEmpty() ? Set.of() : keys.noted(owners(good));
            for (Raw raw : waiting) {
                target.accept(
                        switch (raw) {
                            case Raw.Good(StoredRow row, String seal) ->
                                new Stored.Row(opened.next(), seal, noted.contains(KeyOwner.of(row.header())));
                            case Raw.Bad(Stored.Garbled row) -> row;
                        });
            }
            waiting.clear();
            bytes = 0;
        }
    }

    private static Set<KeyOwner> owners(List<StoredRow> rows) {
        return rows.stream().map(row -> KeyOwner.of(row.header())).collect(Collectors.toSet());
    }

    /// A key that was changed keeps its own texts from being read, not those of others.
    private List<KeptRecord> kept(List<StoredRow> rows) {
        try {
            return sealing.open(rows);
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof GeneralSecurityException)) {
                throw e;
            }
            return rows.size() > 1
                    ? rows.stream().map(row -> kept(List.of(row)).getFirst()).toList()
                    : rows.stream().map(StoredRows::damaged).toList();
        }
    }

    private static KeptRecord damaged(StoredRow row) {
        return new KeptRecord(row.position(), row.header(), row.sealed(), row.commitment(), new StoredText.Damaged());
    }
}
