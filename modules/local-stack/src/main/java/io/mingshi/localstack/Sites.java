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
        return new Site(root, absolute, root.resolve(".mingshi/cache"), root.resolve("modules/local-stack/target"));
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
