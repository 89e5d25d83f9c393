package io.mingshi.localstack.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The versions that the build put in.
final class BuildVersions {
    private BuildVersions() {}

    static String get(String name) {
        Properties versions = new Properties();
        try (InputStream in = BuildVersions.class.getResourceAsStream("/io/mingshi/localstack/versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.getProperty(name, "unknown");
    }
}
