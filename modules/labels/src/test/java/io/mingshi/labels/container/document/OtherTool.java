package io.mingshi.labels.container.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Programs of other people that look at what was written here.
public final class OtherTool {
    private OtherTool() {}

    /// Skips the test, with the reason, where the program is missing.
    public static void require(String tool, String debianPackage) {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        assumeTrue(present, tool + " is not installed; on Debian: apt-get install " + debianPackage);
    }

    /// The same for a module of Python.
    public static void requirePythonModule(String module, String debianPackage) throws Exception {
        Process process = new ProcessBuilder("python3", "-c", "import " + module)
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assumeTrue(
                process.waitFor() == 0,
                "Python has no module " + module + "; on Debian: apt-get install " + debianPackage);
    }

    /// What the program prints; it must succeed.
    public static String run(String... command) throws Exception {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
