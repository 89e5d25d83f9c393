package io.mingshi.localstack.part;

import io.mingshi.localstack.process.Programs;
import io.mingshi.localstack.process.StackProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// PostgreSQL refuses to run as root; this finds a way to run it as somebody else.
final class Unprivileged {
    private static final String NOBODY = "65534";

    private Unprivileged() {}

    /// Returns what has to stand before a command, nothing for an ordinary user.
    ///
    /// @param folder what the command must be able to write
    static List<String> prefix(Path folder) throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        if (Programs.find("unshare").isPresent() && succeeds("unshare", "-U", "true")) {
            return List.of("unshare", "-U");
        }
        String identity = "--reuid=" + NOBODY;
        List<String> other = List.of("setpriv", identity, "--regid=" + NOBODY, "--clear-groups");
        boolean possible = Programs.find("setpriv").isPresent()
                && succeeds("chown", "-R", NOBODY + ":" + NOBODY, folder.toString())
                && succeeds(Stream.concat(other.stream(), Stream.of("test", "-w", folder.toString()))
                        .toArray(String[]::new));
        if (possible) {
            return other;
        }
        throw StackProblem.MISSING_TOOL.with("PostgreSQL does not run as root, and neither unshare nor setpriv works"
                + " here: start as an ordinary user, or in a folder that user 65534 can reach.");
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
