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
        return settings;
    }

    @Override
    public void stop() {
        // the stack ends with the build
    }

    /// The settings of a service that uses this stack.
    public static Map<String, String> settings(Properties stack) {
        var settings = new TreeMap<String, String>();
        settings.put("mingshi.db.host", "127.0.0.1:" + stack.getProperty("postgres.port"));
        settings.put("mingshi.db.username", stack.getProperty("postgres.user"));
        settings.put("mingshi.db.password", stack.getProperty("postgres.password"));
        settings.put("mingshi.kafka", "127.0.0.1:" + stack.getProperty("kafka.port"));
        settings.put("mingshi.oidc.url", stack.getProperty("keycloak.realm-url"));
        settings.put("mingshi.oidc.client-id", stack.getProperty("client.id"));
        settings.put("mingshi.oidc.secret", stack.getProperty("client.secret"));
        settings.put("mingshi.oidc.cookie-secret", stack.getProperty("oidc-cookie"));
        settings.put("mingshi.s3.url", stack.getProperty("s3.url"));
        settings.put("mingshi.s3.access-key", stack.getProperty("s3.access-key"));
        settings.put("mingshi.s3.secret-key", stack.getProperty("s3.secret-key"));
        settings.put("mingshi.authority.url", stack.getProperty("authority.url"));
        settings.put("mingshi.authority.key", stack.getProperty("authority.key"));
        settings.put("mingshi.kek", stack.getProperty("kek"));
        settings.put("mingshi.pepper", stack.getProperty("pepper"));
        settings.put("mingshi.signing", stack.getProperty("signing"));
        settings.put("mingshi.provider-code", "001191000000000000000K10001");
        settings.put("mingshi.public-url", "http://127.0.0.1:8080");
        settings.put("mingshi.demo", "true");
        return settings;
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
