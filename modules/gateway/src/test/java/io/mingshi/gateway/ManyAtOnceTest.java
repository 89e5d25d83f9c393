package io.mingshi.gateway;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is written for several requests in one transaction counts for each of them alone.
@QuarkusTest
class ManyAtOnceTest extends GatewayTest {
    private static final int REQUESTS = 60;

    @Inject
    @DataSource("gateway")
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    /// Bob's rows cannot be written, which in a common transaction would be everybody's end.
    @Test
    void oneRowThatCannotBeWrittenFailsNobodyElse() throws Exception {
        run("""
                create function refuse_bob() returns trigger language plpgsql as
                    $$ begin raise exception 'not this one'; end $$""");
        run("create trigger refuse_bob before insert on admission for each row when (new.person = '" + World.id("bob")
                + "') execute function refuse_bob()");
        try {
            List<Response> answers = together(i -> chat(i % 3 == 0 ? "bob" : "alice", "mingshi-demo-chat", "Say " + i));
            for (int i = 0; i < REQUESTS; i++) {
                Response answer = answers.get(i);
                assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(i % 3 == 0 ? 500 : 200);
            }
        } finally {
            run("drop trigger refuse_bob on admission");
            run("drop function refuse_bob");
        }
    }

    /// A crash between commit and answer looks like this to whoever reads the database afterwards.
    @Test
    void connectionsThatBreakAmongManyLoseNothingAndDoubleNothing() throws Exception {
        List<Response> answers = together(i -> {
            if (i == REQUESTS / 2) {
                run("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
            }
            return chat("alice", "mingshi-demo-chat", "Say something about the number " + i);
        });
        assertThat(chat("alice", "mingshi-demo-chat", "And now?").statusCode()).isEqualTo(200);

        List<String> works = column("select produce_id from work where recorded_at is not null");
        assertThat(works).containsAll(delivered(answers));
        assertToldOnce("RequestAdmitted", "admission", column("select id from admission"));
        assertToldOnce("WorkRecorded", "work", works);
    }

    private static List<String> delivered(List<Response> answers) {
        return answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> answer.header("Mingshi-Produce-Id"))
                .toList();
    }

    /// Kafka may bring an event again, with the same id: it counts once.
    private void assertToldOnce(String type, String field, List<String> about) {
        Map<String, String> subjects = new HashMap<>();
        Topic.of("gateway").await(text -> {
            JsonNode event = read(text);
            if (event.path("type").asText().equals("io.mingshi.gateway." + type + ".v1")) {
                subjects.put(
                        event.path("id").asText(),
                        event.path("data").path(field).asText());
            }
            return subjects.values().containsAll(about);
        });
        assertThat(subjects.values().stream().collect(groupingBy(subject -> subject, counting())))
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Asking {
        Response ask(int number) throws SQLException;
    }

    private static List<Response> together(Asking asking) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> asked = IntStream.range(0, REQUESTS)
                    .mapToObj(i -> threads.submit(() -> asking.ask(i)))
                    .toList();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> one : asked) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private void run(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private List<String> column(String select) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(select);
                var rows = prepared.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
