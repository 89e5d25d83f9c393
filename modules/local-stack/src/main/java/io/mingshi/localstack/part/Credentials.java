package io.mingshi.localstack.part;

import io.mingshi.localstack.process.StackProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/// The secrets of one installation, generated at its first start and kept in a file that only its owner can read.
public final class Credentials {
    /// The people of the demonstration.
    public static final List<String> PEOPLE =
            List.of("alice", "bob", "carol", "rita", "ron", "olga", "otto", "ines", "oscar");

    private static final List<String> WORDS = List.of(
            "postgres.password",
            "keycloak.admin-password",
            "client.secret",
            "accounts.secret",
            "s3.access-key",
            "s3.secret-key",
            "authority.key",
            "oidc-cookie");
    private static final List<String> KEYS = List.of("kek", "pepper", "signing", "watermark", "records-log");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Properties values;

    private Credentials(Properties values) {
        this.values = values;
    }

    /// Reads the credentials of a stack and generates those that are missing.
    public static Credentials of(Path directory) throws IOException {
        Path file = directory.resolve("credentials.properties");
        Properties values = PrivateFile.read(file);
        boolean complete = values.size() == WORDS.size() + KEYS.size() + PEOPLE.size();
        if (!complete) {
            WORDS.forEach(name -> values.putIfAbsent(name, HexFormat.of().formatHex(random(20))));
            KEYS.forEach(name -> values.putIfAbsent(name, Base64.getEncoder().encodeToString(random(32))));
            PEOPLE.forEach(name -> values.putIfAbsent("people." + name, readable()));
            Files.createDirectories(directory);
            PrivateFile.write(file, values);
        }
        return new Credentials(values);
    }

    /// Returns one secret.
    public String get(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw StackProblem.UNREADABLE_STATE.with("The credentials have no entry " + name
                    + ": remove the folder of this stack, or start with --fresh.");
        }
        return value;
    }

    /// Returns the password of a person of the demonstration.
    public String password(String person) {
        return get("people." + person);
    }

    private static String readable() {
        return HexFormat.ofDelimiter("-").formatHex(random(6)).replaceAll("(..)-(..)-(..)", "$1$2$3");
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
