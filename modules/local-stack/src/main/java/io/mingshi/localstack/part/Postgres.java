package io.mingshi.localstack.part;

import io.mingshi.localstack.process.Launch;
import io.mingshi.localstack.process.StackProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// PostgreSQL with everything on that makes a commit durable, and one database for each module and for Keycloak.
public final class Postgres implements Part {
    /// Name of the administrator.
    public static final String USER = "mingshi";

    private static final List<String> DATABASES = List.of(
            "identity",
            "consent",
            "governance",
            "moderation",
            "gateway",
            "labeling",
            "complaints",
            "records",
            "keycloak");

    private final Site site;
    private final int port;
    private final String password;
    private final Path data;

    public Postgres(Site site, Credentials credentials, int port) {
        this.site = site;
        this.port = port;
        this.password = credentials.get("postgres.password");
        this.data = site.data("postgresql").resolve("data");
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void prepare(Consumer<String> doing) throws IOException, InterruptedException {
        Files.createDirectories(site.data(name()));
        binaries(doing);
        if (Files.exists(data)) {
            return;
        }
        doing.accept("creating the database cluster");
        Path fresh = site.data(name()).resolve("data.new");
        Archive.remove(fresh);
        Path secret = site.data(name()).resolve("password");
        PrivateFile.write(secret, password + "\n");
        try {
            initialise(fresh, secret);
        } finally {
            Files.delete(secret);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path binaries(Consumer<String> doing) throws IOException, InterruptedException {
        String archive = archive();
        return Install.once(site.cache(), "postgresql-" + BuildVersions.get("postgres"), folder -> {
            doing.accept("unpacking");
            try (InputStream packed = Postgres.class.getResourceAsStream("/" + archive)) {
                if (packed == null) {
                    throw StackProblem.MISSING_TOOL.with("PostgreSQL has no programs for this machine (" + archive
                            + "): Linux and macOS on x86-64 and ARM64 are supported.");
                }
                Archive.unpackXz(packed, folder);
            }
        });
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
        return "postgres-" + system + "-" + machine + ".txz";
    }

    private void initialise(Path fresh, Path secret) throws IOException, InterruptedException {
        List<String> command = program("initdb");
        command.addAll(List.of("-D", fresh.toString(), "-U", USER, "--pwfile=" + secret, "--auth=scram-sha-256"));
        command.addAll(List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin"));
        command.add("--builtin-locale=C.UTF-8");
        OneOff.run(name(), site.run(), site.data(name()), Map.of(), command);
    }

    private List<String> program(String program) throws IOException, InterruptedException {
        Path path = binaries(doing -> {}).resolve("bin").resolve(program);
        List<String> command = new ArrayList<>(Unprivileged.prefix(site.data(name())));
        command.add(path.toString());
        return command;
    }

    @Override
    public Launch launch() throws IOException {
        try {
            List<String> command = program("postgres");
            command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
            for (String setting : List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "fsync=on",
                    "full_page_writes=on",
                    "synchronous_commit=on",
                    "max_connections=300",
                    "shared_buffers=48MB",
                    "max_wal_size=512MB",
                    "timezone=UTC",
                    "log_min_messages=warning")) {
                command.addAll(List.of("-c", setting));
            }
            return new Launch(command, Map.of(), site.data(name()), "INT"); // INT is PostgreSQL's fast shutdown
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public boolean ready() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void complete(Consumer<String> doing) throws IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            Set<String> present = new HashSet<>();
            try (var rows = statement.executeQuery("select datname from pg_database")) {
                while (rows.next()) {
                    present.add(rows.getString(1));
                }
            }
            for (String database : DATABASES) {
                if (!present.contains(database)) {
                    statement.execute("create database " + database);
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// Drops and creates a database: what an interrupted first start left in it is not to be trusted.
    void beginAnew(String database) throws IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
            statement.execute("create database " + database);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
    }
}
