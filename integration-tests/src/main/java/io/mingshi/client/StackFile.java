package io.mingshi.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// Where the identity provider is and what the demo people's passwords are: the file that the local stack writes.
///
/// It holds secrets, so it is named by an environment variable or a property and never given on a command line.
public final class StackFile {
    private final Properties values;

    private StackFile(Properties values) {
        this.values = values;
    }

    /// @param file with keys such as `keycloak.realm-url`, `client.id`, `client.secret` and `people.alice`
    public static StackFile read(Path file) throws IOException {
        Properties values = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        return new StackFile(values);
    }

    /// The same keys from elsewhere.
    public static StackFile of(Properties values) {
        return new StackFile(values);
    }

    /// @throws IllegalStateException when the file lacks the key
    public String get(String key) {
        String value = values.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("the stack file lacks the key " + key);
        }
        return value;
    }
}
