package io.mingshi.localstack.part;

import io.mingshi.localstack.process.Launch;
import io.mingshi.localstack.process.StackProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Keycloak with the realm `mingshi`, prepared once for all stacks of the project.
public final class Keycloak implements Part {
    /// Name of the administrator of Keycloak itself.
    public static final String ADMINISTRATOR = "admin";

    /// Name of the client that the platform uses.
    public static final String CLIENT = "mingshi";

    private static final List<String> BUILD =
            List.of("--db=postgres", "--health-enabled=false", "--metrics-enabled=false");

    private final Site site;
    private final Credentials credentials;
    private final Postgres postgres;
    private final int port;
    private final Optional<String> platform;
    private final Path home;
    private final Path initialised;

    /// @param platform where services verify the people who log in; empty when there are none
    public Keycloak(Site site, Credentials credentials, Postgres postgres, int port, Optional<String> platform) {
        this.site = site;
        this.credentials = credentials;
        this.postgres = postgres;
        this.port = port;
        this.platform = platform;
        this.home = site.data("keycloak").resolve("home");
        this.initialised = site.data("keycloak").resolve("initialised");
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<String> after() {
        return List.of(postgres.name());
    }

    /// Returns its address.
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /// Returns the address of our realm, which is the issuer of its tokens.
    public String realmUrl() {
        return url() + "/realms/mingshi";
    }

    /// Returns where the accounts of our realm are managed.
    public String accountsUrl() {
        return url() + "/admin/realms/mingshi";
    }

    @Override
    public void prepare(Consumer<String> doing) throws IOException, InterruptedException {
        Path program = KeycloakProgram.install(site, BUILD, doing);
        KeycloakProgram.link(program, home);
        Path realm = home.resolve("data/import/mingshi-realm.json");
        Files.createDirectories(realm.resolveSibling("."));
        PrivateFile.write(realm, realm());
    }

    @Override
    public void settle(Consumer<String> doing) throws IOException {
        if (!Files.exists(initialised) || !Files.readString(initialised).equals(Install.fingerprint(realm()))) {
            doing.accept("creating its database");
            Files.deleteIfExists(initialised);
            postgres.beginAnew("keycloak");
        }
    }

    private String realm() throws IOException {
        return Realm.of(site.root().resolve("deploy/local/mingshi-realm.json"), credentials, platform);
    }

    @Override
    public Launch launch() {
        Map<String, String> environment = new HashMap<>(Jvm.ENVIRONMENT);
        environment.putAll(Map.of(
                "KC_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/keycloak",
                "KC_DB_USERNAME",
                Postgres.USER,
                "KC_DB_PASSWORD",
                credentials.get("postgres.password"),
                "KC_DB_POOL_INITIAL_SIZE",
                "1",
                "KC_DB_POOL_MIN_SIZE",
                "1",
                "KC_DB_POOL_MAX_SIZE",
                "20",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                credentials.get("keycloak.admin-password")));
        environment.putAll(Map.of(
                "KC_HTTP_ENABLED",
                "true",
                "KC_HTTP_HOST",
                "127.0.0.1",
                "KC_HTTP_PORT",
                Integer.toString(port),
                "KC_HOSTNAME",
                url(),
                "MINGSHI_PUBLIC_URL",
                platform.orElse("")));
        List<String> command = new ArrayList<>(KeycloakProgram.java(home, "-Xms64m", "-Xmx192m"));
        command.addAll(List.of("start", "--optimized", "--import-realm"));
        return new Launch(command, environment, home, "TERM");
    }

    @Override
    public boolean ready() {
        return HttpProbe.isOk(realmUrl());
    }

    @Override
    public void complete(Consumer<String> doing) throws IOException {
        if (!Files.exists(initialised)) {
            Files.writeString(initialised, Install.fingerprint(realm()));
        }
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(8);
    }

    static InputStream distribution(Site site) throws IOException {
        Path file =
                site.programs().resolve("keycloak/keycloak-quarkus-dist-" + BuildVersions.get("keycloak") + ".tar.gz");
        if (!Files.exists(file)) {
            throw StackProblem.NOT_BUILT.with(
                    "keycloak: " + file + " is missing: run ./mingshi up, or mvn -pl modules/local-stack package.");
        }
        return Files.newInputStream(file);
    }
}
