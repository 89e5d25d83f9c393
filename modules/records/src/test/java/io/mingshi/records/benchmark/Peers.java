package io.mingshi.records.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.PGConnection;

/// The same bytes put into the same PostgreSQL and on the same disk with nothing around them.
final class Peers {
    private static final int SINGLE = 2_000;

    private final String url;
    private final Properties login;
    private final int count;
    private final int batch;
    private final byte[] payload;

    Peers(String url, Properties login, int count, int batch, byte[] payload) {
        this.url = url;
        this.login = login;
        this.count = count;
        this.batch = batch;
        this.payload = payload;
    }

    /// One row in each transaction, one after another.
    double singleRows() throws SQLException {
        try (Connection connection = connect("false")) {
            table(connection);
            return rate(SINGLE, () -> {
                try (var insert = connection.prepareStatement("insert into peer values (?, ?)")) {
                    for (int i = 0; i < SINGLE; i++) {
                        insert.setLong(1, i);
                        insert.setBytes(2, payload);
                        insert.executeUpdate();
                    }
                }
            });
        }
    }

    /// Many rows in each statement and transaction.
    double batchedRows() throws SQLException {
        try (Connection connection = connect("true")) {
            table(connection);
            connection.setAutoCommit(false);
            return rate(count, () -> {
                try (var insert = connection.prepareStatement("insert into peer values (?, ?)")) {
                    for (int i = 0; i < count; i++) {
                        insert.setLong(1, i);
                        insert.setBytes(2, payload);
                        insert.addBatch();
                        if (i % batch == batch - 1) {
                            insert.executeBatch();
                            connection.commit();
                        }
                    }
                    insert.executeBatch();
                    connection.commit();
                }
            });
        }
    }

    /// As many rows in each COPY and transaction.
    double copiedRows() throws SQLException {
        try (Connection connection = connect("false")) {
            table(connection);
            String hex = java.util.HexFormat.of().formatHex(payload);
            return rate(count, () -> {
                var copy = connection.unwrap(PGConnection.class).getCopyAPI();
                for (int i = 0; i < count; i += batch) {
                    var rows = new StringBuilder();
                    for (int row = i; row < Math.min(count, i + batch); row++) {
                        rows.append(row).append("\t\\\\x").append(hex).append('\n');
                    }
                    copy.copyIn(
                            "copy peer from stdin",
                            new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.US_ASCII)));
                }
            });
        }
    }

    /// As many payloads in each write, and an fsync after it.
    double syncedBytes(Path folder) throws SQLException, IOException {
        Path file = Files.createTempFile(folder, "peer", ".bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocate(batch * payload.length);
            return rate(count, () -> {
                for (int i = 0; i < count; i += batch) {
                    bytes.clear();
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(false);
                }
            });
        } finally {
            Files.delete(file);
        }
    }

    private Connection connect(String rewrite) throws SQLException {
        Properties settings = new Properties();
        settings.putAll(login);
        settings.setProperty("reWriteBatchedInserts", rewrite);
        return DriverManager.getConnection(url, settings);
    }

    private static void table(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists peer");
            statement.execute("create table peer (position bigint primary key, payload bytea not null)");
        }
    }

    private interface Work {
        void run() throws SQLException, IOException;
    }

    private static double rate(int rows, Work work) throws SQLException {
        long start = System.nanoTime();
        try {
            work.run();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rows / ((System.nanoTime() - start) / 1e9);
    }
}
