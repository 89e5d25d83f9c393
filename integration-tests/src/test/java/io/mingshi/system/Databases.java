package io.mingshi.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One database for each module that a built platform holds.
final class Databases {
    private static final Pattern DATASOURCE = Pattern.compile("quarkus\\.datasource\\.([a-z]+)\\.db-kind");

    private Databases() {}

    static void create(Properties stack, String prefix, Path application) throws IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + stack.getProperty("postgres.port") + "/postgres";
        try (var connection = DriverManager.getConnection(
                        url, stack.getProperty("postgres.user"), stack.getProperty("postgres.password"));
                var statement = connection.createStatement()) {
            for (String name : names(application)) {
                statement.execute("create database \"" + prefix + name + "\"");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the databases for the platform could not be created", e);
        }
    }

    private static Set<String> names(Path application) throws IOException {
        Set<String> names = new TreeSet<>();
        try (var jars = Files.newDirectoryStream(application.resolve("lib/main"), "io.mingshi.*.jar")) {
            for (Path jar : jars) {
                addNames(jar, names);
            }
        }
        return names;
    }

    private static void addNames(Path jar, Set<String> names) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var entry = file.getJarEntry("META-INF/microprofile-config.properties");
            if (entry != null) {
                var properties = new Properties();
                properties.load(file.getInputStream(entry));
                for (String key : properties.stringPropertyNames()) {
                    Matcher matcher = DATASOURCE.matcher(key);
                    if (matcher.matches()) {
                        names.add(matcher.group(1));
                    }
                }
            }
        }
    }
}
