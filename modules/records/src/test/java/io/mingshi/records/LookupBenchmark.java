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
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

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
    private static final Instant FROM = Instant.parse("2026-08-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-09-01T00:00:00Z");

    private final AgroalDataSource dataSource;
    private final BenchmarkRows rows;
    private final EventCodec codec = new EventCodec();
    private long next;

    private LookupBenchmark(AgroalDataSource dataSource) throws Exception {
        this.dataSource = dataSource;
        this.rows = new BenchmarkRows(dataSource);
        this.next = rows.next();
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
            if (benchmark.next == 0) {
                benchmark.fill(Long.parseLong(arguments[3]));
            }
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
        rows.insert(next, receipts);
        next += receipts.size();
    }

    private void measure(Path folder) throws Exception {
        Files.createDirectories(folder);
        List<KeptRecord> inserted = rows.inserted();
        SortedMap<Long, byte[]> entries = new TreeMap<>();
        inserted.forEach(kept -> entries.put(kept.position(), kept.entry().bytes()));
        RecordIndex index = rows.index();
        var log = new LogComparison(BenchmarkLog.write(folder, next, entries));
        var chains = new ReadWorkChain(index, log, this::recordRead, codec);
        var caller = new Caller(new PersonId("inspector"), Set.of(Role.INSPECTOR));
        List<Header> works = new ArrayList<>(inserted.stream()
                .map(KeptRecord::header)
                .filter(header -> header.links().contentHash() != null)
                .toList());
        Collections.shuffle(works, new Random(3));
        works.subList(0, CHAINS / 4).forEach(work -> complete(chains, work, caller));
        report("chain, first look", works.subList(CHAINS / 4, CHAINS), work -> complete(chains, work, caller));
        report("chain, later look", works, work -> complete(chains, work, caller));
        report(
                "content hash",
                works.subList(0, 500),
                work -> index.by(Records.Column.CONTENT_HASH, given(work.links().contentHash()), -1, Findings.PAGE));
        report("person, first page", works.subList(0, 500), work -> index.about(work.person(), -1, Findings.PAGE));
        report(
                "fingerprint within 31 bits",
                works.subList(0, 200),
                work -> index.near(given(work.links().fingerprint()), Findings.PAGE));
        report("time, one page", works.subList(0, 100), _ -> index.between(FROM, TO, -1, Findings.PAGE));
    }

    private static String given(@Nullable String link) {
        return Objects.requireNonNull(link);
    }

    private static void complete(ReadWorkChain chains, Header recorded, Caller caller) {
        var work = new ProduceId(given(recorded.links().work()));
        WorkChain chain = chains.of(work, caller, Role.INSPECTOR, false).orElseThrow();
        if (!chain.complete()) {
            throw new IllegalStateException("the chain of " + work + " lacks " + chain.missing());
        }
    }

    private interface LookUp {
        void of(Header work);
    }

    private static void report(String what, List<Header> works, LookUp lookUp) {
        double[] times = new double[works.size()];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            lookUp.of(works.get(i));
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
