package io.mingshi.localstack.part;

import io.mingshi.localstack.process.Launch;
import io.mingshi.localstack.process.StackProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// An application of ours: the platform, or one service by itself.
public final class Service implements Part {
    private final Site site;
    private final String name;
    private final int port;
    private final int heapMiB;
    private final Map<String, String> settings;

    /// @param name name of the module
    /// @param port port on 127.0.0.1
    /// @param heapMiB limit of its Java heap in MiB
    /// @param settings configuration by key; it travels in the environment, since it holds secrets
    public Service(Site site, String name, int port, int heapMiB, Map<String, String> settings) {
        this.site = site;
        this.name = name;
        this.port = port;
        this.heapMiB = heapMiB;
        this.settings = Map.copyOf(settings);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<String> after() {
        return List.of("postgresql", "kafka", "object-store");
    }

    /// Links the built application into a folder of its own, so that a later build does not pull it away.
    @Override
    public void prepare(Consumer<String> doing) throws IOException {
        Path built = site.root().resolve("modules/" + name + "/target/quarkus-app");
        if (!Files.exists(built.resolve("quarkus-run.jar"))) {
            throw StackProblem.NOT_BUILT.with(name + ": " + built + " is not built: run ./mingshi up, which builds it,"
                    + " or mvn package -DskipTests.");
        }
        Archive.remove(application());
        Archive.link(built, application());
    }

    private Path application() {
        return site.data("applications").resolve(name);
    }

    @Override
    public Launch launch() {
        Map<String, String> environment = new HashMap<>(Jvm.ENVIRONMENT);
        settings.forEach((key, value) -> environment.put(variable(key), value));
        List<String> command = List.of(
                Site.java(),
                "-Xms32m",
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-jar",
                application().resolve("quarkus-run.jar").toString());
        return new Launch(command, environment, site.run(), "TERM");
    }

    /// The name of the environment variable for a key, as MicroProfile Config maps it.
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public boolean ready() {
        return HttpProbe.answers("http://127.0.0.1:" + port + "/q/health/ready");
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(3);
    }
}
