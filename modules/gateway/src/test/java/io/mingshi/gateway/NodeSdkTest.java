package io.mingshi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The official Node libraries of OpenAI and Anthropic, unmodified, with a base address and a key.
@QuarkusTest
class NodeSdkTest extends GatewayTest {
    @TempDir
    Path folder;

    @Test
    void theOfficialNodeLibrariesWork() throws IOException, InterruptedException {
        Path libraries = libraries();
        String key = as("alice")
                .body(Map.of("name", "node"))
                .post("/api/gateway/keys")
                .jsonPath()
                .getString("key");
        Path script = folder.resolve("sdks.mjs");
        try (InputStream in = NodeSdkTest.class.getResourceAsStream("sdks.mjs")) {
            Files.copy(in, script);
        }
        Process node = new ProcessBuilder(
                        "node",
                        script.toString(),
                        RestAssured.baseURI + ":" + RestAssured.port,
                        key,
                        libraries.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), UTF_8);
        assertThat(node.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.startsWith("ok "))).hasSize(14);
    }

    private static Path libraries() {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "node"))),
                "node is not installed");
        Path libraries = Optional.ofNullable(System.getenv("MINGSHI_NODE_SDKS"))
                .map(Path::of)
                .orElseGet(() -> Path.of("../../.mingshi/cache/node-sdks"))
                .toAbsolutePath()
                .normalize();
        assumeTrue(
                Files.isDirectory(libraries.resolve("node_modules")),
                "the libraries are not here; modules/gateway/src/test/scripts/node-sdks.sh fetches them");
        return libraries;
    }
}
