package io.mingshi.governance;

import io.mingshi.testkit.LocalStack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/// A database that outlives one process of the service, so that the next one finds what the first one left.
final class KeptDatabase {
    private static final String NAME = "mingshi.test.kept-database";

    private KeptDatabase() {}

    /// Whether a process of this test run has used it already.
    static boolean exists() {
        return System.getProperty(NAME) != null;
    }

    /// The setting that lets a process use it.
    static Map<String, String> setting() {
        if (!exists()) {
            System.setProperty(NAME, create("kept" + Long.toString(System.nanoTime(), 36) + "_"));
        }
        return Map.of("mingshi.db.prefix", System.getProperty(NAME));
    }

    private static String create(String prefix) {
        Properties stack = LocalStack.properties();
        String url = "jdbc:postgresql://127.0.0.1:" + stack.getProperty("postgres.port") + "/postgres";
        try (var connection = DriverManager.getConnection(
                        url, stack.getProperty("postgres.user"), stack.getProperty("postgres.password"));
                var statement = connection.createStatement()) {
            statement.execute("create database \"" + prefix + "governance\"");
            return prefix;
        } catch (SQLException e) {
            throw new IllegalStateException("the database that is kept over a restart could not be created", e);
        }
    }
}
