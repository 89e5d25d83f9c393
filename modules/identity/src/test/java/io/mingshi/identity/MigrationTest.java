package io.mingshi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.LocalStack;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/// A database of the first version keeps whom it has proven, method and time included.
class MigrationTest {
    private static final String BEFORE = """
            insert into identity (person, method, assurance, document_index, personal_data, reference, verified_at)
            values ('a', 'ID_DOCUMENT', 'ID_DOCUMENT', 'i', '\\x00', 'ref-a', '2026-01-01T00:00:00Z'),
                   ('b', 'MOBILE', 'MOBILE', 'i', '\\x00', 'ref-b', '2026-01-01T00:00:00Z'),
                   ('c', 'ORGANIZATION', 'ORGANIZATION', 'j', '\\x00', 'ref-c', '2026-01-01T00:00:00Z');
            insert into identity (person, erased_at) values ('d', now())""";

    @Test
    void whoWasProvenBeforeStaysProvenAndOrganisationsComeAgainWithARepresentative() throws Exception {
        String name = "migration" + Long.toString(System.nanoTime(), 36);
        try (var server = connect("postgres");
                var statement = server.createStatement()) {
            statement.execute("create database " + name);
        }
        try (var database = connect(name)) {
            run(database, script("V1__init.sql"));
            run(database, BEFORE);
            run(database, script("V2__methods.sql"));
            assertThat(text(database, "select string_agg(person, ',' order by person) from identity"))
                    .isEqualTo("a,b,d");
            assertThat(text(database, """
                            select string_agg(concat_ws(' ', person, method, reference, valid_until::date), ','
                                order by person) from confirmation where ended_at is null""")).isEqualTo("a ID_DOCUMENT ref-a 2028-01-01,b MOBILE ref-b 2027-01-01");
        }
    }

    private static Connection connect(String database) throws SQLException {
        Properties stack = LocalStack.properties();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + stack.getProperty("postgres.port") + "/" + database + "?TimeZone=UTC",
                stack.getProperty("postgres.user"),
                stack.getProperty("postgres.password"));
    }

    private static String script(String name) throws IOException {
        try (InputStream in = MigrationTest.class.getResourceAsStream("/db/identity/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
