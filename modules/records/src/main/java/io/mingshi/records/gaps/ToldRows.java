package io.mingshi.records.gaps;

import io.agroal.api.AgroalDataSource;
import io.mingshi.records.ProducerProgress.Gap;
import io.mingshi.records.jdbc.Sql;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The table `producer_gap_told`, and what `producer_repeat` says of reused numbers. Takes part in the current
/// transaction.
@Singleton
class ToldRows {
    private static final String REUSED = "select source, lane, number, event_id, noticed_at from producer_repeat ";

    private final Sql sql;

    ToldRows(@DataSource("records") AgroalDataSource dataSource) {
        this.sql = new Sql(dataSource, "what was told of gaps");
    }

    /// A number that a producer used a second time.
    ///
    /// @param event the fact that came later
    record Reused(String source, int lane, long number, String event, Instant noticedAt) {}

    /// Whether nobody was told of this gap yet; a part of a gap that was told of is told of.
    boolean isNew(Gap gap, Instant now) {
        return sql.update(
                        "insert into producer_gap_told (source, lane, first, last, told_at) select ?, ?, ?, ?, ?"
                                + " where not exists (select from producer_gap_told"
                                + " where source = ? and lane = ? and first <= ? and last >= ?)",
                        gap.source(),
                        gap.lane(),
                        gap.first(),
                        gap.last(),
                        now,
                        gap.source(),
                        gap.lane(),
                        gap.first(),
                        gap.last())
                == 1;
    }

    /// Reused numbers that nobody was told of yet; from now on they are told of.
    List<Reused> newReused(Instant now) {
        return sql.list(
                "update producer_repeat set told_at = ? where told_at is null"
                        + " returning source, lane, number, event_id, noticed_at",
                ToldRows::reused,
                now);
    }

    List<Reused> reused(int limit) {
        return sql.list(REUSED + "order by noticed_at desc limit ?", ToldRows::reused, limit);
    }

    private static Reused reused(ResultSet row) throws SQLException {
        return new Reused(row.getString(1), row.getInt(2), row.getLong(3), row.getString(4), Sql.instant(row, 5));
    }
}
