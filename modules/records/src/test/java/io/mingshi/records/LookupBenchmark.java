package io.mingshi.records;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.records.evidence.BenchmarkLog;
import io.mingshi.records.store.BenchmarkRows;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import io.mingshi.servicekit.event.EventCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/// Measures how long a chain takes to look up among many records, through the module's own classes.
///
/// Arguments: address, user and password of an empty database, how many records to fill it with, and a folder
/// for the evidence log. The records of 2,000 chains are spread over seven months of others.
final class LookupBenchmark {
    private static final int CHAINS = 2_000;
    private static final YearMonth FIRST_MONTH = YearMonth.of(2026, 5);
    private static final int MONTHS = 7;
    private static final int CHUNKS_A_MONTH = 10;
    private static final long RECORDS_A_PERSON = 400;

    private final AgroalDataSource dataSource;
    private final BenchmarkRows rows;
    private final EventCodec codec = new EventCodec();
    private final List<GoldenStory> stories = new ArrayList<>();
    private final SortedMap<Long, byte[]> entries = new TreeMap<>();
    private long next;

    private LookupBenchmark(AgroalDataSource dataSource) throws Exception {
        this.dataSource = dataSource;
        this.rows = new BenchmarkRows(dataSource);
    }

    public static void main(String[] arguments) throws Exception {
        Flyway.configure()
                .dataSource(arguments[0], arguments[1], arguments[2])
                .locations("db/servicekit", "db/records")
                .outOfOrder(true)
                .load()
                .migrate();
        var pool = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(settings -> settings.maxSize(4)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(arguments[0])
                                .principal(new NamePrincipal(arguments[1]))
                                .credential(new SimplePassword(arguments[2]))));
        try (AgroalDataSource dataSource = AgroalDataSource.from(pool)) {
            var benchmark = new LookupBenchmark(dataSource);
            Instant start = Instant.now();
            benchmark.fill(Long.parseLong(arguments[3]));
            System.out.printf(
                    Locale.ROOT,
                    "%,d records, filled in %s; %s%n",
                    benchmark.next,
                    Duration.between(start, Instant.now()).truncatedTo(ChronoUnit.SECONDS),
                    benchmark.text("select pg_size_pretty(pg_database_size(current_database()))"));
            benchmark.measure(Path.of(arguments[4]));
        }
    }

    private void fill(long count) throws SQLException {
        List<String> indexes = rows.withoutIndexes();
        int chunks = MONTHS * CHUNKS_A_MONTH;
        for (int month = 0; month < MONTHS; month++) {
            rows.makePartitions(FIRST_MONTH.plusMonths(month));
        }
        for (int chunk = 0; chunk < chunks; chunk++) {
            YearMonth month = FIRST_MONTH.plusMonths(chunk / CHUNKS_A_MONTH);
            rows.fill(next, count / chunks, count / RECORDS_A_PERSON + 1, month);
            next += count / chunks;
            for (int i = chunk; i < CHAINS; i += chunks) {
                insertChain(month.atDay(1 + i % 28).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '1GB'");
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    /// The events of a story lie apart, as other people's come between them.
    private void insertChain(Instant received) throws SQLException {
        List<Receipt> receipts = new ArrayList<>();
        var story = new GoldenStory(
                codec,
                (_, _, text) -> receipts.add(new Receipt(KeepEvents.header(codec.decode(text), received), text)));
        story.whole();
        stories.add(story);
        entries.putAll(rows.insert(next, receipts));
        next += receipts.size();
    }

    private void measure(Path folder) throws Exception {
        Files.createDirectories(folder);
        RecordIndex index = rows.index();
        var log = new LogComparison(BenchmarkLog.write(folder, next, entries));
        var chains = new ReadWorkChain(index, log, this::recordRead, codec);
        var caller = new Caller(new PersonId("inspector"), Set.of(Role.INSPECTOR));
        Collections.shuffle(stories, new Random(3));
        List<GoldenStory> warm = stories.subList(0, CHAINS / 4);
        warm.forEach(story -> complete(chains, story.work, caller));
        report("chain, first look", stories.subList(CHAINS / 4, CHAINS), story -> complete(chains, story.work, caller));
        report("chain, later look", stories, story -> complete(chains, story.work, caller));
        report(
                "content hash",
                stories.subList(0, 500),
                story -> index.by(Records.Column.CONTENT_HASH, story.contentHash, -1, Findings.PAGE));
        report("person, first page", stories.subList(0, 500), story -> index.about(story.alice, -1, Findings.PAGE));
        report(
                "fingerprint within 31 bits",
                stories.subList(0, 200),
                story -> index.near(story.fingerprint, Findings.PAGE));
        report(
                "time, one page",
                stories.subList(0, 100),
                story -> index.between(
                        FIRST_MONTH.plusMonths(3).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                        FIRST_MONTH.plusMonths(4).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                        -1,
                        Findings.PAGE));
    }

    private static void complete(ReadWorkChain chains, ProduceId work, Caller caller) {
        WorkChain chain = chains.of(work, caller, Role.INSPECTOR, false).orElseThrow();
        if (!chain.complete()) {
            throw new IllegalStateException("the chain of " + work + " lacks " + chain.missing());
        }
    }

    private interface LookUp {
        void of(GoldenStory story);
    }

    private static void report(String what, List<GoldenStory> stories, LookUp lookUp) {
        double[] times = new double[stories.size()];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            lookUp.of(stories.get(i));
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-28s p50 %7.2f ms  p99 %7.2f ms  largest %7.2f ms  (%d look-ups)%n",
                what,
                times[times.length / 2],
                times[times.length * 99 / 100],
                times[times.length - 1],
                times.length);
    }

    /// What a look-up writes: the same two statements as the outbox, here in a transaction of their own.
    private void recordRead(Caller reader, Role privilege, String what, String target) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement(
                            "insert into outbox (event_id, key, cloud_event) values (?, ?, ?)");
                    var notify = connection.prepareStatement("select pg_notify('outbox', '')")) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, target);
                insert.setString(3, reader + " " + privilege + " " + what);
                insert.executeUpdate();
                notify.execute();
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
