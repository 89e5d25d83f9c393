package io.mingshi.gateway.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Load by `wrk`, which keeps so many requests under way and no more.
final class Wrk {
    private static final String BODY =
            "{\"model\":\"bench-chat\",\"messages\":[{\"role\":\"system\",\"content\":\"Be short.\"},"
                    + "{\"role\":\"user\",\"content\":\"Describe a lighthouse at the coast in a few sentences.\"}]}";

    private final Path script;

    Wrk(Path folder, String key) throws IOException {
        script = folder.resolve("post.lua");
        Files.writeString(
                script,
                "wrk.method = \"POST\"\nwrk.body = '" + BODY
                        + "'\nwrk.headers[\"Content-Type\"] = \"application/json\"\n"
                        + "wrk.headers[\"Authorization\"] = \"Bearer " + key + "\"\n");
    }

    static String body() {
        return BODY;
    }

    /// @param millis50 median of the whole time of a request
    /// @param failed answers that were not 200, and requests without one
    record Figures(int concurrency, double perSecond, double millis50, double millis99, long failed) {}

    Figures run(int port, int concurrency, int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "-t1",
                "-c" + concurrency,
                "-d" + seconds + "s",
                "--timeout",
                "20s",
                "--latency",
                "-s",
                script.toString(),
                "http://127.0.0.1:" + port + "/v1/chat/completions"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return new Figures(
                concurrency,
                Double.parseDouble(first(told, "Requests/sec:\\s+([\\d.]+)", "0")),
                millis(first(told, "(?m)^\\s+50%\\s+(\\S+)", "0ms")),
                millis(first(told, "(?m)^\\s+99%\\s+(\\S+)", "0ms")),
                Long.parseLong(first(told, "Non-2xx or 3xx responses: (\\d+)", "0"))
                        + Long.parseLong(first(told, "timeout (\\d+)", "0")));
    }

    private static String first(String text, String pattern, String otherwise) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    private static double millis(String time) {
        double value = Double.parseDouble(time.replaceAll("[a-z]", ""));
        if (time.endsWith("us")) {
            return value / 1_000;
        }
        return time.endsWith("ms") ? value : value * 1_000;
    }
}
