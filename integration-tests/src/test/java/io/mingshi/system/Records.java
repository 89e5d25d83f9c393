package io.mingshi.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// What the databases hold of works, once everything has arrived where it belongs.
final class Records {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Properties stack;
    private final String prefix;

    /// @param prefix of the names of the platform's databases
    Records(Properties stack, String prefix) {
        this.stack = stack;
        this.prefix = prefix;
    }

    /// Waits until no fact is on its way any more.
    void settle() {
        await("every fact of the gateway is kept by records")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(list("gateway", "select event_id from outbox")).isEmpty();
                    assertThat(kept("WorkRecorded"))
                            .containsAll(list("gateway", "select produce_id from work where content_hash is not null"));
                    assertThat(kept("WorkDelivered"))
                            .containsAll(list("gateway", "select produce_id from work where delivered_at is not null"));
                });
    }

    /// The works of all kept facts of this type, as often as they are kept.
    List<String> kept(String type) throws SQLException {
        return list("records", "select work from record where type = 'io.mingshi.gateway." + type + ".v1'");
    }

    /// The number of a work and the hash of its bytes, as recorded.
    List<String> hashes() throws SQLException {
        return list("gateway", "select produce_id || ' ' || content_hash from work where content_hash is not null");
    }

    private List<String> list(String module, String query) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + stack.getProperty("postgres.port") + "/" + prefix + module;
        try (var connection = DriverManager.getConnection(
                        url, stack.getProperty("postgres.user"), stack.getProperty("postgres.password"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
