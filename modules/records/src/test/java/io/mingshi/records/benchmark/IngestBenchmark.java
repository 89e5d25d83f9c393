package io.mingshi.records.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.store.FolderStore;
import io.mingshi.testkit.LocalStack;
import io.mingshi.testkit.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// From Kafka to encrypted rows to the evidence log, in a process with 256 MB of heap; then the same bytes without us.
public final class IngestBenchmark {
    private static final int BATCH = 1_000;
    private static final long PATIENCE = 20 * 60 * 1_000_000_000L;

    private final Properties stack = LocalStack.properties();
    private final String prefix = "b" + Long.toString(System.nanoTime(), 36);
    private final int count;

    private IngestBenchmark(int count) {
        this.count = count;
    }

    /// @param arguments how many events; 200,000 by default
    public static void main(String[] arguments) throws Exception {
        new IngestBenchmark(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000).run();
        System.exit(0);
    }

    private void run() throws IOException, SQLException, InterruptedException {
        execute("postgres", "create database \"" + prefix + "_records\"");
        var backlog = new Backlog();
        int size = backlog.event(0).getBytes(UTF_8).length;
        backlog.publish("127.0.0.1:" + stack.getProperty("kafka.port"), prefix + ".mingshi.gateway", count);
        say("%,d events of %,d bytes are on the topic", count, size);

        Path folder = Files.createTempDirectory(LocalStack.root().resolve(".mingshi/test"), "bench");
        Process service = service(folder);
        try {
            double rate = follow(folder);
            var peers = new Peers(url(prefix + "_records"), login(), count, BATCH, new byte[size]);
            double batched = peers.batchedRows();
            say("%-58s %,12.0f", "kept, sealed and in the log, events/s", rate);
            say("%-58s %,12.0f", "bare INSERT, " + BATCH + " rows each, rows/s", batched);
            say("%-58s %,12.0f", "bare COPY, " + BATCH + " rows each, rows/s", peers.copiedRows());
            say("%-58s %,12.0f", "bare INSERT, one row each, rows/s", peers.singleRows());
            say("%-58s %,12.0f", "fsync of the same bytes, events/s", peers.syncedBytes(folder));
            say("%-58s %12.2f", "events beside bare batched INSERT", rate / batched);
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private double follow(Path folder) throws SQLException, IOException, InterruptedException {
        long start = System.nanoTime();
        long first = 0;
        long before = 0;
        double slowest = 0;
        while (System.nanoTime() - start < PATIENCE) {
            long logged = logged(folder);
            if (first == 0 && logged > 0) {
                first = System.nanoTime();
                before = logged;
            }
            if (logged >= count) {
                double seconds = (System.nanoTime() - first) / 1e9;
                say("the log was at most %,.0f records behind the database", slowest);
                return (count - before) / seconds;
            }
            slowest = logged == 0 ? 0 : Math.max(slowest, kept() - logged);
            Thread.sleep(100);
        }
        throw new IllegalStateException("the service did not keep all events: see " + folder.resolve("service.log"));
    }

    private static long logged(Path folder) throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log.resolve("checkpoint"))
                ? Checkpoint.parse(FolderStore.reading(log).checkpoint().text()).size()
                : 0;
    }

    private long kept() throws SQLException {
        try (var connection = DriverManager.getConnection(url(prefix + "_records"), login());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select next from record_head")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Process service(Path folder) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx256m", "-XX:+UseSerialGC"));
        if (System.getProperty("jfr") != null) {
            command.add(
                    "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + System.getProperty("jfr"));
        }
        var settings = new java.util.TreeMap<>(SharedStack.settings(stack));
        settings.putAll(Map.of(
                "mingshi.db.prefix",
                prefix + "_",
                "mingshi.kafka.prefix",
                prefix + ".",
                "mingshi.records.log.folder",
                folder.resolve("log").toString(),
                "quarkus.http.port",
                "0"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(
                "-jar",
                LocalStack.root()
                        .resolve("modules/records/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("service.log").toFile())
                .start();
    }

    private void execute(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(database), login());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + stack.getProperty("postgres.port") + "/" + database;
    }

    private Properties login() {
        Properties login = new Properties();
        login.setProperty("user", stack.getProperty("postgres.user"));
        login.setProperty("password", stack.getProperty("postgres.password"));
        return login;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
