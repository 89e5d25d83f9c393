package io.mingshi.labels.c2pa;

import static io.mingshi.labels.c2pa.SmallFiles.JSON;
import static io.mingshi.labels.c2pa.SmallFiles.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.image.JpegManifest;
import io.mingshi.labels.container.image.PngManifest;
import io.mingshi.labels.source.Source;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the C2PA reference implementation thinks of the manifests written here.
class ReferenceReaderTest {
    @TempDir
    private Path folder;

    private final List<String> files = new ArrayList<>();

    @Test
    void everyFormatIsTrustedAndAChangedBitIsSeen() throws Exception {
        Path cache = requireReader();
        sign("a.png", "image/png", new PngManifest(), SmallFiles.picture("png", 96, 64), JSON);
        sign("a.jpg", "image/jpeg", new JpegManifest(), SmallFiles.picture("jpeg", 96, 64), JSON);
        sign("long.jpg", "image/jpeg", new JpegManifest(), SmallFiles.picture("jpeg", 96, 64), longJson());
        sign("a.mp4", "video/mp4", new FilmHost(), FilmHost.film(5_000), JSON);

        List<String> trusted =
                read(cache, SmallFiles.AUTHORITY.resolve(DevelopmentCa.ROOT).toString());
        assertThat(trusted).hasSize(files.size() / 2);
        for (int i = 0; i < trusted.size(); i += 2) {
            assertThat(trusted.get(i)).startsWith("Trusted + ").contains(" -  = {\"Label\":\"1\"");
            assertThat(trusted.get(i + 1)).startsWith("Invalid + ").contains("Hash.mismatch");
        }
        List<String> valid = read(cache, "-");
        for (int i = 0; i < valid.size(); i += 2) {
            assertThat(valid.get(i)).startsWith("Valid + claimSignature");
        }
    }

    private static String longJson() {
        return JSON.replace("ReservedCode1\":\"", "ReservedCode1\":\"" + "x".repeat(150_000));
    }

    /// Writes the signed file, and one with its last byte but one changed.
    private void sign(String name, String type, ManifestHost host, byte[] content, String json) throws Exception {
        byte[] signed = SIGNER.sign(host, Source.of(content), json).bytes();
        byte[] changed = signed.clone();
        changed[changed.length - 3] ^= 1;
        for (byte[] file : List.of(signed, changed)) {
            Path path = Files.write(folder.resolve(files.size() + name), file);
            files.addAll(List.of(path.toString(), type));
        }
    }

    private List<String> read(Path cache, String anchors) throws Exception {
        Path script = Files.write(folder.resolve("read.mjs"), SmallFiles.resource("read.mjs"));
        List<String> command = new ArrayList<>(List.of("node", script.toString(), cache.toString(), anchors));
        command.addAll(files);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output.lines().toList();
    }

    private static Path requireReader() {
        boolean node = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
        Path cache = Optional.ofNullable(System.getenv("MINGSHI_C2PA"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("mingshi.root", "."), ".mingshi", "cache", "c2pa"));
        assumeTrue(
                node && Files.isDirectory(cache.resolve("node_modules")),
                "the C2PA reference reader is not here; modules/labels/src/test/scripts/c2pa-reader.sh fetches it");
        return cache;
    }
}
