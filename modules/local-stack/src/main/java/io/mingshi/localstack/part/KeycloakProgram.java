package io.mingshi.localstack.part;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The Keycloak program: unpacked and prepared once in the cache, linked into the home of each stack.
final class KeycloakProgram {
    private KeycloakProgram() {}

    /// Returns the prepared program, with our login theme and step. Another provider or setting is another
    /// folder of the cache.
    static Path install(Site site, List<String> settings, Consumer<String> doing)
            throws IOException, InterruptedException {
        Path ours = site.programs().resolve("keycloak/providers");
        String version = BuildVersions.get("keycloak");
        String name = "keycloak-" + version + "-" + fingerprint(settings, ours);
        Path folder = Install.once(site.cache(), name, fresh -> {
            doing.accept("unpacking");
            try (InputStream packed = Keycloak.distribution(site)) {
                Archive.unpackGzip(packed, fresh);
            }
            Path program = fresh.resolve("keycloak-" + version);
            Archive.copy(ours, program.resolve("providers"));
            doing.accept("preparing once (about 40 s)");
            List<String> command = new ArrayList<>(java(program, "-Xmx400m", "-Dkc.config.build-and-exit=true"));
            command.add("build");
            command.addAll(settings);
            OneOff.run("keycloak", site.run(), program, Jvm.ENVIRONMENT, command);
        });
        return folder.resolve("keycloak-" + version);
    }

    /// Gives a stack a home of its own, in which only `data` is its own.
    static void link(Path program, Path home) throws IOException {
        Files.createDirectories(home.resolve("data"));
        for (String part : List.of("lib", "conf", "providers", "themes")) {
            Path link = home.resolve(part);
            if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(link);
            }
            Files.createSymbolicLink(link, program.resolve(part));
        }
    }

    /// Returns the beginning of the command line; what its own `kc.sh` would do, without a shell in between.
    static List<String> java(Path home, String... options) {
        List<String> command = new ArrayList<>(List.of(Site.java()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:ReservedCodeCacheSize=64m",
                "-Dfile.encoding=UTF-8",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }

    private static String fingerprint(List<String> settings, Path ours) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join("\n", settings).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            List<Path> files;
            try (Stream<Path> all = Files.walk(ours)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            for (Path file : files) {
                digest.update(ours.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
