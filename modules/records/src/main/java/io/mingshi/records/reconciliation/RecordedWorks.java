package io.mingshi.records.reconciliation;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.event.GatewayEvent.WorkDelivered;
import io.mingshi.contracts.event.GatewayEvent.WorkRecorded;
import io.mingshi.records.jdbc.Sql;
import io.mingshi.servicekit.event.EventTypes;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/// What is recorded about works; no text is read for it. Used outside of transactions.
@Singleton
class RecordedWorks {
    private static final String HASH = "'^[0-9a-f]{64}$'";

    private final Sql sql;

    RecordedWorks(@DataSource("records") AgroalDataSource dataSource) {
        this.sql = new Sql(dataSource, "the recorded works");
    }

    /// One work and the hash of its content as recorded.
    record Recorded(String work, String contentHash) {}

    /// A delivery and when the record of it was received.
    record Delivered(String work, Instant receivedAt) {}

    /// Works in the order of their content hashes. Hexadecimal digits have one order in every collation.
    void byHash(Consumer<Recorded> works) {
        recorded("content_hash ~ " + HASH + " order by content_hash", works);
    }

    /// Works whose recorded hash is none.
    void malformed(Consumer<Recorded> works) {
        recorded("content_hash !~ " + HASH + " order by position", works);
    }

    /// Deliveries of works of which nothing else is recorded.
    void deliveredOnly(Consumer<Delivered> deliveries) {
        sql.stream(
                "select coalesce(work, ''), received_at from record d where type = ? and not exists"
                        + " (select from record w where w.work = d.work and w.type = ?) order by position",
                row -> new Delivered(row.getString(1), Sql.instant(row, 2)),
                deliveries,
                EventTypes.of(WorkDelivered.class),
                EventTypes.of(WorkRecorded.class));
    }

    private void recorded(String condition, Consumer<Recorded> works) {
        sql.stream(
                "select work, content_hash from record where type = ? and content_hash is not null and " + condition,
                row -> new Recorded(Objects.requireNonNullElse(row.getString(1), ""), row.getString(2)),
                works,
                EventTypes.of(WorkRecorded.class));
    }
}
