package io.mingshi.localstack;

import io.mingshi.localstack.part.Site;
import java.net.URISyntaxException;
import java.nio.file.Path;

/// Finds the project's folders from where this program lies.
final class Sites {
    private Sites() {}

    /// Returns the site of a stack in the given folder.
    static Site at(Path directory) {
        Path root = root();
        Path absolute = directory.toAbsolutePath().normalize();
        Path built = root.resolve("modules/local-stack/target");
        return new Site(root, absolute, root.resolve(".mingshi/cache"), built, built.resolve("lib") + "/*");
    }

    /// Returns the site of `./mingshi up`.
    static Site local() {
        return at(root().resolve(".mingshi/local"));
    }

    /// Returns the root of the project: `mingshi.root`, or the folder three above the jar.
    static Path root() {
        String given = System.getProperty("mingshi.root");
        if (given != null) {
            return Path.of(given).toAbsolutePath().normalize();
        }
        try {
            Path jar = Path.of(Sites.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolve("../../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
