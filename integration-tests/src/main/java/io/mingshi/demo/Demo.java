package io.mingshi.demo;

import io.mingshi.client.Platform;
import io.mingshi.client.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plays the demonstration: `Demo --base-url URL --output FOLDER`, with the stack's file named by `MINGSHI_STACK`.
///
/// Ends with status 0 when every check held, 1 at the first that did not, 2 when it was called wrongly.
public final class Demo {
    private static final String USAGE = "usage: Demo [--base-url http://127.0.0.1:8080] [--output demo-output]"
            + ", with MINGSHI_STACK naming the file of the stack's addresses and credentials";

    private Demo() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        Narrator narrator = Narrator.onStandardOutput();
        Optional<Map<String, String>> options = options(arguments);
        Optional<Path> stack =
                Optional.ofNullable(System.getenv("MINGSHI_STACK")).map(Path::of);
        if (options.isEmpty() || stack.isEmpty()) {
            narrator.fails(USAGE);
            return 2;
        }
        try {
            Path output = Path.of(options.get().getOrDefault("--output", "demo-output"));
            Files.createDirectories(output);
            Platform platform = Platform.at(options.get().getOrDefault("--base-url", "http://127.0.0.1:8080"));
            return play(new Scene(platform, StackFile.read(stack.get()), output, narrator));
        } catch (IOException e) {
            narrator.fails("the demonstration cannot begin: " + reason(e));
            return 1;
        }
    }

    private static int play(Scene scene) {
        Narrator narrator = scene.narrator();
        narrator.opens(scene.stranger().base());
        try {
            for (Step step : Story.steps()) {
                narrator.begins(step);
                step.act().play(scene);
            }
        } catch (DoesNotHold e) {
            narrator.fails(reason(e));
            return 1;
        } catch (IOException | RuntimeException e) {
            narrator.fails("this step could not be played: " + reason(e));
            return 1;
        }
        narrator.closes(scene.output());
        return 0;
    }

    private static Optional<Map<String, String>> options(String[] arguments) {
        var left = new ArrayList<>(List.of(arguments));
        var options = new HashMap<String, String>();
        while (left.size() >= 2 && List.of("--base-url", "--output").contains(left.getFirst())) {
            options.put(left.removeFirst(), left.removeFirst());
        }
        return left.isEmpty() ? Optional.of(options) : Optional.empty();
    }

    private static String reason(Exception e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}
