package io.mingshi.localstack.part;

import java.nio.file.Path;

/// Where one stack lives.
///
/// @param root root folder of the project
/// @param directory folder of this stack's data, credentials and logs
/// @param cache folder of unpacked programs, shared by all stacks of the project
/// @param programs folder with the Keycloak distribution and our providers for it
/// @param classPath class path of Kafka and the object store
public record Site(Path root, Path directory, Path cache, Path programs, String classPath) {

    /// Returns the folder of a part's data.
    public Path data(String part) {
        return directory.resolve(part);
    }

    /// Returns the folder of logs and process notes.
    public Path run() {
        return directory.resolve("run");
    }

    /// Returns the `java` program that runs this process.
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
