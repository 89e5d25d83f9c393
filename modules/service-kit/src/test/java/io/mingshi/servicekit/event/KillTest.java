package io.mingshi.servicekit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.contracts.event.IdentityEvent.PersonErased;
import io.mingshi.testkit.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A publisher is killed with SIGKILL at random instants: no committed fact is lost, none is invented, order is kept.
class KillTest {
    private static final int KILLS = 4;

    private final Properties stack = LocalStack.properties();
    private final String name = "kill" + Long.toString(System.nanoTime(), 36);
    private final String kafka = "127.0.0.1:" + stack.getProperty("kafka.port");

    /// The event of each number, by lane; a number never changes its event.
    private final Map<Integer, TreeMap<Long, String>> producerNumbers = new TreeMap<>();

    @BeforeEach
    void makeDatabase() throws SQLException, IOException {
        execute("postgres", "create database " + name);
        for (String migration : List.of("V0__servicekit.sql", "V0.1__outbox_numbers.sql")) {
            execute(
                    name,
                    Files.readString(LocalStack.root()
                            .resolve("modules/service-kit/src/main/resources/db/servicekit")
                            .resolve(migration)));
        }

        execute(name, "create table state (subject text, number int, primary key (subject, number))");
    }

    @Test
    void aKillAtAnyInstantLosesNoFactAndInventsNone() throws Exception {
        var random = new Random(7);
        for (int round = 0; round < KILLS; round++) {
            Process publisher = publisher("round" + round);
            try (var lines = publisher.inputReader(UTF_8)) {
                assertThat(lines.readLine()).isEqualTo("writing");
                assertThat(publisher.waitFor(200 + random.nextInt(800), TimeUnit.MILLISECONDS))
                        .isFalse();
                publisher.destroyForcibly().waitFor();
            }
        }
        assertThat(publisher("drain").waitFor(60, TimeUnit.SECONDS)).isTrue();

        Map<String, Set<Integer>> committed = committed();
        Map<String, Set<Integer>> arrived = arrived(committed);
        assertThat(committed).hasSizeGreaterThan(KILLS);
        assertThat(arrived).isEqualTo(committed);
        arrived.values().forEach(numbers -> assertThat(List.copyOf(numbers)).isSorted());
        assertThat(producerNumbers).isNotEmpty();
        producerNumbers.forEach((lane, ids) -> {
            assertThat(ids.keySet()).as("lane " + lane).first().isEqualTo(1L);
            assertThat(ids.lastKey()).isEqualTo(ids.size());
        });
    }

    private Process publisher(String argument) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var builder = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        classPath,
                        KilledPublisher.class.getName(),
                        argument)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "KILL_DATABASE", url(name),
                        "KILL_USER", stack.getProperty("postgres.user"),
                        "KILL_PASSWORD", stack.getProperty("postgres.password"),
                        "KILL_KAFKA", kafka,
                        "KILL_PREFIX", name + "."));
        return builder.start();
    }

    private Map<String, Set<Integer>> committed() throws SQLException {
        Map<String, Set<Integer>> numbers = new TreeMap<>();
        try (var connection = connect(name);
                var rows =
                        connection.createStatement().executeQuery("select subject, number from state order by 1, 2")) {
            while (rows.next()) {
                numbers.computeIfAbsent(rows.getString(1), _ -> new LinkedHashSet<>())
                        .add(rows.getInt(2));
            }
        }
        return numbers;
    }

    /// What is on the topic, each fact where it stands first; read until there has been nothing new for two seconds.
    private Map<String, Set<Integer>> arrived(Map<String, Set<Integer>> expected) {
        Map<String, Set<Integer>> numbers = new TreeMap<>();
        var codec = new EventCodec();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka, "group.id", name, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(name + ".mingshi.kit"));
            long quietSince = System.nanoTime();
            while (System.nanoTime() - quietSince
                    < Duration.ofSeconds(numbers.equals(expected) ? 2 : 20).toNanos()) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    quietSince = System.nanoTime();
                    note(ProducerNumber.of(message.headers()).orElseThrow(), codec.decode(message.value()));
                    var event =
                            (PersonErased) codec.decode(message.value()).event().orElseThrow();
                    numbers.computeIfAbsent(event.subject(), _ -> new LinkedHashSet<>())
                            .add((int) event.erasedAt().getEpochSecond());
                }
            }
        }
        return numbers;
    }

    private void note(ProducerNumber number, Received received) {
        String id = received.envelope().id();
        String before = producerNumbers
                .computeIfAbsent(number.lane(), _ -> new TreeMap<>())
                .putIfAbsent(number.number(), id);
        assertThat(before).isIn(null, id);
    }

    private void execute(String database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private java.sql.Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database), stack.getProperty("postgres.user"), stack.getProperty("postgres.password"));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + stack.getProperty("postgres.port") + "/" + database;
    }
}
