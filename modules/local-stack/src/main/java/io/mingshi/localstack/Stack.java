package io.mingshi.localstack;

import io.mingshi.localstack.authority.SandboxAuthority;
import io.mingshi.localstack.part.Credentials;
import io.mingshi.localstack.part.Kafka;
import io.mingshi.localstack.part.Keycloak;
import io.mingshi.localstack.part.ObjectStore;
import io.mingshi.localstack.part.Part;
import io.mingshi.localstack.part.Ports;
import io.mingshi.localstack.part.Postgres;
import io.mingshi.localstack.part.PrivateFile;
import io.mingshi.localstack.part.Site;
import io.mingshi.localstack.part.Supervisor;
import io.mingshi.localstack.process.DiskSpace;
import io.mingshi.localstack.process.Guard;
import io.mingshi.localstack.process.Remnants;
import io.mingshi.localstack.process.State;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// PostgreSQL, Kafka, Keycloak, object store and sandbox authority of one folder.
final class Stack {
    private static final long NEEDED_FIRST = 1_500L << 20;
    private static final long NEEDED = 200L << 20;

    private final Site site;
    private final Board board;
    private final Credentials credentials;
    private final Supervisor supervisor;
    private final Postgres postgres;
    private final Kafka kafka;
    private final ObjectStore objects;
    private final Keycloak keycloak;
    private final SandboxAuthority authority;

    /// Gathers the parts without starting any; ends what an earlier run left behind.
    ///
    /// @param platform where the services will be reached; empty when the parts run alone
    static Stack at(Site site, PrintStream out, Optional<String> platform) throws IOException, InterruptedException {
        boolean first = !Files.exists(site.directory().resolve("credentials.properties"));
        DiskSpace.require(site.directory(), first ? NEEDED_FIRST : NEEDED);
        Files.createDirectories(site.run());
        for (String left : new Remnants(site.run()).end()) {
            out.println("Ended " + left + ", which an earlier run had left behind.");
        }
        return new Stack(site, new Board(out, site.run().resolve("board.properties")), platform);
    }

    private Stack(Site site, Board board, Optional<String> platform) throws IOException {
        this.site = site;
        this.board = board;
        this.credentials = Credentials.of(site.directory());
        this.supervisor = new Supervisor(new Guard(site.run()), board);
        Ports ports = new Ports(site.directory());
        this.postgres = new Postgres(site, credentials, ports.choose("postgresql"));
        this.kafka = new Kafka(site, ports.choose("kafka"), ports.choose("kafka-controller"));
        this.objects = new ObjectStore(site, credentials, ports.choose("object-store"));
        this.keycloak = new Keycloak(site, credentials, postgres, ports.choose("keycloak"), platform);
        this.authority = new SandboxAuthority(ports.choose("authority"), credentials.get("authority.key"));
    }

    /// Starts all parts in the background.
    void start() {
        authority.start();
        board.place("authority", authority.port());
        board.report("authority", State.READY, "ready on 127.0.0.1:" + authority.port());
        for (Part part : List.of(postgres, keycloak, kafka, objects)) {
            start(part);
        }
    }

    /// Starts one more part.
    void start(Part part) {
        board.place(part.name(), part.port());
        supervisor.start(part);
    }

    Board board() {
        return board;
    }

    Supervisor supervisor() {
        return supervisor;
    }

    Credentials credentials() {
        return credentials;
    }

    /// Tells others how to reach the stack; whoever reads the file finds all parts ready.
    void announce(long owner) throws IOException {
        Properties values = facts();
        values.setProperty("owner", Long.toString(owner));
        PrivateFile.write(announcement(site.directory()), values);
    }

    /// Returns where a running stack of the folder is announced.
    static Path announcement(Path directory) {
        return directory.resolve("stack.properties");
    }

    /// Returns everything that a user of the stack has to know, secrets and the settings of applications
    /// included.
    Properties facts() {
        Properties values = new Properties();
        values.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        values.setProperty("records-log.folder", site.data("records-log").toString());
        values.setProperty("postgres.port", Integer.toString(postgres.port()));
        values.setProperty("postgres.user", Postgres.USER);
        values.setProperty("kafka.port", Integer.toString(kafka.port()));
        values.setProperty("keycloak.url", keycloak.url());
        values.setProperty("keycloak.realm-url", keycloak.realmUrl());
        values.setProperty("keycloak.accounts-url", keycloak.accountsUrl());
        values.setProperty("keycloak.admin", Keycloak.ADMINISTRATOR);
        values.setProperty("client.id", Keycloak.CLIENT);
        values.setProperty("s3.url", objects.url());
        values.setProperty("authority.url", authority.url());
        for (String secret : List.of(
                "postgres.password",
                "keycloak.admin-password",
                "client.secret",
                "accounts.secret",
                "s3.access-key",
                "s3.secret-key",
                "authority.key",
                "kek",
                "pepper",
                "signing",
                "watermark",
                "records-log",
                "oidc-cookie")) {
            values.setProperty(secret, credentials.get(secret));
        }
        Credentials.PEOPLE.forEach(name -> values.setProperty("people." + name, credentials.password(name)));
        Settings.of(values, Session.URL).forEach(values::setProperty);
        return values;
    }

    /// Takes the announcement back and stops all parts.
    void stop() throws IOException, InterruptedException {
        Files.deleteIfExists(announcement(site.directory()));
        supervisor.stop();
        authority.close();
    }
}
