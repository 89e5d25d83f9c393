package io.mingshi.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.event.Event;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.servicekit.event.Received;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Keeps facts as if they had been received at another time, and looks at what the database has of them.
@Singleton
class KeptThen {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> MODULES = Map.of("ComplaintEvent", "complaints");

    private final Records records;
    private final ProducerProgress progress;
    private final Consequences consequences;
    private final Evidence evidence;
    private final EventCodec codec;
    private final AgroalDataSource dataSource;

    KeptThen(
            Records records,
            ProducerProgress progress,
            Consequences consequences,
            Evidence evidence,
            EventCodec codec,
            @DataSource("records") AgroalDataSource dataSource) {
        this.records = records;
        this.progress = progress;
        this.consequences = consequences;
        this.evidence = evidence;
        this.codec = codec;
        this.dataSource = dataSource;
    }

    /// Returns the id of the event when its record is in the evidence log.
    String keep(Event event, Instant at) {
        return keepMany(List.of(event), at).getFirst();
    }

    /// Returns the ids of the events when their records are in the evidence log.
    List<String> keepMany(List<? extends Event> events, Instant at) {
        List<Received> received =
                events.stream().map(event -> received(event, at)).toList();
        var then = new KeepEvents(records, progress, consequences, Clock.fixed(at, ZoneOffset.UTC));
        QuarkusTransaction.requiringNew().run(() -> then.keep(received));
        String last = received.getLast().envelope().id();
        await().atMost(PATIENCE).until(() -> evidence.size() > position(last));
        return received.stream().map(one -> one.envelope().id()).toList();
    }

    private Received received(Event event, Instant at) {
        String source = event.getClass().getInterfaces()[0].getSimpleName();
        String module = MODULES.getOrDefault(source, source.replace("Event", "").toLowerCase(Locale.ROOT));
        return codec.decode(codec.encode(UUID.randomUUID().toString(), module, event, at, null));
    }

    KeptRecord find(String eventId) {
        return records.from(position(eventId), 1).getFirst();
    }

    long position(String eventId) {
        return Long.parseLong(one("select position from record where event_id = '" + eventId + "'"));
    }

    boolean isThere(String eventId) {
        return !one("select position from record where event_id = '" + eventId + "'")
                .isEmpty();
    }

    /// The first column of the first row; empty when there is none.
    String one(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the database says when it refuses.
    String refusal(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            throw new AssertionError("the database does not refuse: " + sql);
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    void execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The middle of the month so many months ago.
    static Instant monthsAgo(int months) {
        return monthAgo(months).atDay(15).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static YearMonth monthAgo(int months) {
        return YearMonth.now(ZoneOffset.UTC).minusMonths(months);
    }

    void assertGone(String eventId) {
        assertThat(isThere(eventId)).isFalse();
    }
}
