package io.mingshi.localstack;

import io.mingshi.localstack.part.Site;
import io.mingshi.localstack.process.Guard;
import io.mingshi.localstack.process.Launch;
import io.mingshi.localstack.process.StackProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs all tests, or the conformance suite against any provider.
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs all tests; with --conformance only the conformance suite, against --base-url.")
final class TestCommand implements Callable<Integer> {
    @Option(names = "--conformance", description = "Run the conformance suite alone.")
    private boolean conformance;

    @Option(names = "--base-url", description = "The provider that the conformance suite examines.")
    private @Nullable String baseUrl;

    @Option(
            names = "--credentials",
            description = "File with the provider's sign-in address, client and people (see modules/local-stack).")
    private @Nullable Path credentials;

    @Parameters(description = "More arguments for Maven, such as -Dname=value or -pl modules/labels (after --).")
    private List<String> more = List.of();

    @Override
    public Integer call() throws Exception {
        Instant begun = Instant.now();
        List<String> command = new ArrayList<>(List.of(maven(), "-B", "--no-transfer-progress"));
        if (conformance) {
            command.addAll(conformance());
        } else {
            InteropTools.provide(System.out);
            command.addAll(List.of("verify", "--fail-at-end", "-Dmingshi.maven=" + maven()));
            if (System.getenv("CI") != null) {
                command.add("-Dcoverage.mode=check");
            }
        }
        command.addAll(more);
        Path root = Sites.root();
        Launch launch = new Launch(command, Map.of("JAVA_HOME", System.getProperty("java.home")), root, "TERM");
        int status = new Guard(root.resolve(".mingshi/run")).runInForeground("maven", launch);
        TestTimes.since(begun, root).print(System.out);
        System.out.println(status == 0 ? "All tests passed." : "Tests failed: the lines marked ERROR say which.");
        return status == 0 ? 0 : 1;
    }

    private List<String> conformance() throws IOException {
        if (baseUrl == null) {
            throw StackProblem.MISSING_TOOL.with("--conformance needs --base-url, such as --base-url " + Session.URL
                    + ": the address of the provider to examine.");
        }
        return List.of(
                "verify",
                "-pl",
                "integration-tests",
                "-am",
                "-Dtest=io/mingshi/conformance/**/*Test",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dmingshi.base-url=" + baseUrl,
                "-Dmingshi.stack=" + credentials());
    }

    /// The file given, or that of the platform which runs here.
    private Path credentials() throws IOException {
        if (credentials != null) {
            return credentials.toAbsolutePath();
        }
        Site site = Sites.local();
        if (Running.ready(site).isEmpty()) {
            throw StackProblem.NOT_RUNNING.with("--conformance needs --credentials FILE for a provider elsewhere, or a"
                    + " platform that runs here: start it with ./mingshi up.");
        }
        return Stack.announcement(site.directory());
    }

    private static String maven() {
        String maven = System.getProperty("mingshi.maven");
        if (maven == null) {
            throw StackProblem.MISSING_TOOL.with("Start the tests with ./mingshi test, which finds Maven.");
        }
        return maven;
    }
}
