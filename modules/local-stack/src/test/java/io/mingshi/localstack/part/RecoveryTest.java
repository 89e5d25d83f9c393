package io.mingshi.localstack.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.localstack.process.Guard;
import io.mingshi.localstack.process.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RecoveryTest {
    @TempDir
    private Path directory;

    private final Queue<String> reports = new ConcurrentLinkedQueue<>();
    private final CountDownLatch readyTwice = new CountDownLatch(2);
    private Site site;
    private Credentials credentials;
    private Ports ports;
    private Supervisor supervisor;

    @BeforeEach
    void prepare() throws Exception {
        Path root = Path.of(System.getProperty("mingshi.root"));
        Path cache = root.resolve(".mingshi/cache");
        site = new Site(root, directory, cache, directory, System.getProperty("java.class.path"));
        credentials = Credentials.of(directory);
        ports = new Ports(directory);
        Files.createDirectories(site.run());
        supervisor = new Supervisor(new Guard(site.run()), this::report);
    }

    @AfterEach
    void stop() throws Exception {
        supervisor.stop();
    }

    @Test
    void halfInitialisedDataIsBegunAnew() throws Exception {
        Files.createDirectories(directory.resolve("postgresql/data.new/base"));
        Files.writeString(directory.resolve("postgresql/data.new/PG_VERSION"), "18\n");
        Files.createDirectories(directory.resolve("kafka/data.new"));
        Files.writeString(directory.resolve("kafka/data.new/meta.properties"), "half");
        Postgres postgres = new Postgres(site, credentials, ports.choose("postgresql"));

        supervisor.start(postgres);
        supervisor.start(new Kafka(site, ports.choose("kafka"), ports.choose("controller")));
        supervisor.awaitReady();

        assertThat(setting(postgres, "fsync")).isEqualTo("on");
        assertThat(setting(postgres, "full_page_writes")).isEqualTo("on");
        assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
        assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void aKilledPostgresIsReportedAndComesBackWithWhatWasCommitted() throws Exception {
        Postgres postgres = new Postgres(site, credentials, ports.choose("postgresql"));
        supervisor.start(postgres);
        supervisor.awaitReady();
        try (Connection connection = connect(postgres)) {
            connection.createStatement().execute("create table kept as select 42 as answer");
        }
        long pid = Long.parseLong(
                Files.readString(site.run().resolve("postgresql.child")).strip());

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        assertThat(readyTwice.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(reports).anyMatch(line -> line.startsWith("postgresql RESTARTING ended with status"));
        try (Connection connection = connect(postgres)) {
            var row = connection.createStatement().executeQuery("select answer from kept");
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
    }

    private void report(String part, State state, String doing) {
        reports.add(part + " " + state + " " + doing);
        if (state == State.READY) {
            readyTwice.countDown();
        }
    }

    private String setting(Postgres postgres, String name) throws Exception {
        try (Connection connection = connect(postgres)) {
            var row = connection.createStatement().executeQuery("show " + name);
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect(Postgres postgres) throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/records";
        return DriverManager.getConnection(url, Postgres.USER, credentials.get("postgres.password"));
    }
}
