package io.mingshi.records.report;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintFiled;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintResolved;
import io.mingshi.records.jdbc.Sql;
import io.mingshi.records.report.Report.Counted;
import io.mingshi.servicekit.event.EventTypes;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What the columns of records tell without any text.
@Singleton
class ReportRows {
    private static final int TOGETHER = 500;

    private final Sql sql;

    ReportRows(@DataSource("records") AgroalDataSource dataSource) {
        this.sql = new Sql(dataSource, "the figures of records");
    }

    List<Counted> counts(ReportPeriod period) {
        return sql.list(
                "select retention_class, type, count(*) from record where received_at >= ? and received_at < ?"
                        + " group by 1, 2 order by 1, 2",
                row -> new Counted(row.getString(1), row.getString(2), row.getLong(3)),
                period.from(),
                period.to());
    }

    /// The event ids of complaints that were open at an instant, some at a time.
    void openComplaints(Instant at, Consumer<List<String>> eventIds) {
        List<String> together = new ArrayList<>();
        sql.stream(
                "select event_id from record f where retention_class = 'COMPLAINT' and type = ? and received_at < ?"
                        + " and not exists (select from record r where r.ticket = f.ticket and r.type = ?"
                        + " and r.received_at < ?) order by event_id",
                row -> row.getString(1),
                id -> {
                    together.add(id);
                    if (together.size() == TOGETHER) {
                        eventIds.accept(List.copyOf(together));
                        together.clear();
                    }
                },
                EventTypes.of(ComplaintFiled.class),
                at,
                EventTypes.of(ComplaintResolved.class),
                at);
        if (!together.isEmpty()) {
            eventIds.accept(together);
        }
    }
}
