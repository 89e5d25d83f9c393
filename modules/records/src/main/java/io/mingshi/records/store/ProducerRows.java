package io.mingshi.records.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.records.ProducerProgress;
import io.mingshi.servicekit.event.ProducerNumber;
import io.mingshi.servicekit.event.Received;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The tables `producer_lane`, `producer_gap` and `producer_repeat`.
@Singleton
class ProducerRows implements ProducerProgress {
    /// A lane keeps its order but while the partitions of its topic are changed.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AgroalDataSource dataSource;

    ProducerRows(@DataSource("records") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// One counter of one producer.
    private record Lane(String source, int lane) implements Comparable<Lane> {
        @Override
        public int compareTo(Lane other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : Integer.compare(lane, other.lane);
        }
    }

    @Override
    public void note(List<Received> events, Instant now) {
        SortedMap<Lane, SortedMap<Long, String>> arrived = new TreeMap<>();
        List<Repeat> repeats = new ArrayList<>();
        for (Received event : events) {
            event.number().ifPresent(number -> {
                var lane = new Lane(event.envelope().source(), number.lane());
                String other = arrived.computeIfAbsent(lane, _ -> new TreeMap<>())
                        .putIfAbsent(number.number(), event.envelope().id());
                if (other != null) {
                    repeats.add(new Repeat(lane, number, event.envelope().id()));
                }
            });
        }
        try (var connection = dataSource.getConnection()) {
            for (var lane : arrived.entrySet()) {
                note(connection, lane.getKey(), lane.getValue(), repeats, now);
            }
            for (Repeat repeat : repeats) {
                write(connection, repeat, now);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the progress of the producers cannot be written", e);
        }
    }

    private record Repeat(Lane lane, ProducerNumber number, String eventId) {}

    private static void note(
            Connection connection, Lane lane, SortedMap<Long, String> numbers, List<Repeat> repeats, Instant now)
            throws SQLException {
        long before = seen(connection, lane);
        long seen = before;
        for (var arrived : numbers.entrySet()) {
            long number = arrived.getKey();
            if (number > seen) {
                if (number > seen + 1) {
                    writeGap(connection, lane, seen + 1, number - 1, now);
                }
                seen = number;
            } else if (!fill(connection, lane, number)) {
                repeats.add(new Repeat(lane, new ProducerNumber(lane.lane(), number), arrived.getValue()));
            }
        }
        if (seen > before) {
            try (var update =
                    connection.prepareStatement("update producer_lane set seen = ? where source = ? and lane = ?")) {
                update.setLong(1, seen);
                update.setString(2, lane.source());
                update.setInt(3, lane.lane());
                update.executeUpdate();
            }
        }
    }

    private static long seen(Connection connection, Lane lane) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into producer_lane (source, lane, seen) values (?, ?, 0) on conflict (source, lane)"
                        + " do update set seen = producer_lane.seen returning seen")) {
            insert.setString(1, lane.source());
            insert.setInt(2, lane.lane());
            try (ResultSet rows = insert.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static boolean fill(Connection connection, Lane lane, long number) throws SQLException {
        try (var delete = connection.prepareStatement("delete from producer_gap where source = ? and lane = ?"
                + " and first <= ? and last >= ? returning first, last, noticed_at")) {
            delete.setString(1, lane.source());
            delete.setInt(2, lane.lane());
            delete.setLong(3, number);
            delete.setLong(4, number);
            try (ResultSet rows = delete.executeQuery()) {
                if (!rows.next()) {
                    return false;
                }
                long first = rows.getLong(1);
                long last = rows.getLong(2);
                Instant noticed = rows.getObject(3, OffsetDateTime.class).toInstant();
                if (first < number) {
                    writeGap(connection, lane, first, number - 1, noticed);
                }
                if (number < last) {
                    writeGap(connection, lane, number + 1, last, noticed);
                }
                return true;
            }
        }
    }

    private static void writeGap(Connection connection, Lane lane, long first, long last, Instant noticed)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into producer_gap (source, lane, first, last, noticed_at) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, lane.source());
            insert.setInt(2, lane.lane());
            insert.setLong(3, first);
            insert.setLong(4, last);
            insert.setObject(5, noticed.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static void write(Connection connection, Repeat repeat, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into producer_repeat (source, lane, number, event_id, noticed_at) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, repeat.lane().source());
            insert.setInt(2, repeat.lane().lane());
            insert.setLong(3, repeat.number().number());
            insert.setString(4, repeat.eventId());
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    @Override
    public List<Gap> gaps(Instant now) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select source, lane, first, last, noticed_at"
                        + " from producer_gap where noticed_at <= ? order by noticed_at, source, lane, first")) {
            select.setObject(1, now.minus(PATIENCE).atOffset(ZoneOffset.UTC));
            List<Gap> gaps = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    gaps.add(new Gap(
                            rows.getString(1),
                            rows.getInt(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getObject(5, OffsetDateTime.class).toInstant()));
                }
            }
            return gaps;
        } catch (SQLException e) {
            throw new IllegalStateException("the gaps of the producers cannot be read", e);
        }
    }

    @Override
    public long repeats() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from producer_repeat")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the repeats of the producers cannot be read", e);
        }
    }
}
