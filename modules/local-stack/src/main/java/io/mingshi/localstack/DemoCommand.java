package io.mingshi.localstack;

import io.mingshi.localstack.part.Jvm;
import io.mingshi.localstack.part.Site;
import io.mingshi.localstack.process.Guard;
import io.mingshi.localstack.process.Launch;
import io.mingshi.localstack.process.StackProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows the main job against a running platform, or against one that it starts and stops.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Shows the main job, step by step, against a running platform or one started for the purpose.")
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--separate", description = "If nothing runs yet: run each service as its own process.")
    private boolean separate;

    @Option(names = "--output", description = "Where files are left (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("demo-output");

    @Override
    public Integer call() throws Exception {
        Site site = Sites.local();
        requireBuilt(site);
        if (Running.ready(site).isPresent()) {
            return show(site);
        }
        if (Running.supervisor(site).isPresent()) {
            throw StackProblem.ANOTHER_STACK_RUNS.with(
                    "./mingshi up is still starting: wait until it says Ready, then run the demo again.");
        }
        Shape shape = separate ? Shape.SEPARATE : Shape.TOGETHER;
        return new Session(site, shape).run(false, stack -> show(site));
    }

    private static Path tests(Site site) {
        return site.root().resolve("integration-tests/target");
    }

    private static void requireBuilt(Site site) {
        if (!Files.exists(tests(site).resolve("classes/io/mingshi/demo/Demo.class"))) {
            throw StackProblem.NOT_BUILT.with("demo: " + tests(site) + " is not built: run ./mingshi demo, which builds"
                    + " it, or mvn package -DskipTests.");
        }
    }

    private int show(Site site) throws IOException, InterruptedException {
        Path target = tests(site);
        Map<String, String> environment = new HashMap<>(Jvm.ENVIRONMENT);
        environment.put("MINGSHI_STACK", Stack.announcement(site.directory()).toString());
        List<String> command = List.of(
                Site.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Djava.awt.headless=true",
                "-cp",
                target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*",
                "io.mingshi.demo.Demo",
                "--base-url",
                Session.URL,
                "--output",
                output.toAbsolutePath().toString());
        Files.createDirectories(site.run());
        return new Guard(site.run()).runInForeground("demo", new Launch(command, environment, site.root(), "TERM"));
    }
}
