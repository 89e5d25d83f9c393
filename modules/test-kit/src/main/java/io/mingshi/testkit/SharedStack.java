package io.mingshi.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.URL;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Points every Quarkus test at the [LocalStack], with databases, topics and groups of its own.
public final class SharedStack implements QuarkusTestResourceLifecycleManager {
    private static final Pattern DATASOURCE = Pattern.compile("quarkus\\.datasource\\.([a-z]+)\\.db-kind");

    @Override
    public Map<String, String> start() {
        Properties stack = LocalStack.properties();
        String prefix = "t" + Long.toString(System.nanoTime(), 36);
        createDatabases(stack, prefix + "_");
        var settings = new TreeMap<>(settings(stack));
        settings.put("mingshi.db.prefix", prefix + "_");
        settings.put("mingshi.kafka.prefix", prefix + ".");
        settings.put("mingshi.gateway.bucket", prefix + "-works");
        settings.put("mingshi.records.bucket", prefix + "-records");
        settings.computeIfPresent("mingshi.records.log.folder", (_, folder) -> folder + "/" + prefix);
        return settings;
    }

    @Override
    public void stop() {
        // the stack ends with the build
    }

    /// The settings of a service that uses this stack: those of its properties that start with `mingshi.`.
    public static Map<String, String> settings(Properties stack) {
        return stack.stringPropertyNames().stream()
                .filter(key -> key.startsWith("mingshi."))
                .collect(Collectors.toMap(key -> key, stack::getProperty));
    }

    private static void createDatabases(Properties stack, String prefix) {
        String url = "jdbc:postgresql://127.0.0.1:" + stack.getProperty("postgres.port") + "/postgres";
        try (var connection = DriverManager.getConnection(
                        url, stack.getProperty("postgres.user"), stack.getProperty("postgres.password"));
                var statement = connection.createStatement()) {
            for (String name : datasources()) {
                statement.execute("create database \"" + prefix + name + "\"");
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the databases for this test run could not be created", e);
        }
    }

    private static Set<String> datasources() throws IOException {
        Set<String> names = new TreeSet<>();
        var loader = Thread.currentThread().getContextClassLoader();
        for (URL file : Collections.list(loader.getResources("META-INF/microprofile-config.properties"))) {
            Properties properties = new Properties();
            try (var in = file.openStream()) {
                properties.load(in);
            }
            for (String key : properties.stringPropertyNames()) {
                Matcher matcher = DATASOURCE.matcher(key);
                if (matcher.matches()) {
                    names.add(matcher.group(1));
                }
            }
        }
        return names;
    }
}
