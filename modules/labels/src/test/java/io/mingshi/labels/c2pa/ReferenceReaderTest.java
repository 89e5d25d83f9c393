package io.mingshi.labels.c2pa;

import static io.mingshi.labels.c2pa.SmallFiles.JSON;
import static io.mingshi.labels.c2pa.SmallFiles.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.audio.FlacContainer;
import io.mingshi.labels.container.audio.Mp3Container;
import io.mingshi.labels.container.audio.WavContainer;
import io.mingshi.labels.container.bmff.BmffContainer;
import io.mingshi.labels.container.bmff.HeifContainer;
import io.mingshi.labels.container.image.GifManifest;
import io.mingshi.labels.container.image.JpegManifest;
import io.mingshi.labels.container.image.PngManifest;
import io.mingshi.labels.container.image.WebpManifest;
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

    private record Format(String file, String type, ManifestHost host) {}

    private static final List<Format> FORMATS = List.of(
            new Format("plain.png", "image/png", new PngManifest()),
            new Format("plain.jpg", "image/jpeg", new JpegManifest()),
            new Format("plain.webp", "image/webp", new WebpManifest()),
            new Format("plain.gif", "image/gif", new GifManifest()),
            new Format("plain.heic", "image/heic", new HeifContainer()),
            new Format("plain.avif", "image/avif", new HeifContainer()),
            new Format("plain.wav", "audio/wav", new WavContainer()),
            new Format("plain.mp3", "audio/mpeg", new Mp3Container()),
            new Format("plain.flac", "audio/flac", new FlacContainer()),
            new Format("plain.m4a", "audio/mp4", new BmffContainer()),
            new Format("plain.mp4", "video/mp4", new BmffContainer()),
            new Format("plain.mov", "video/quicktime", new BmffContainer()),
            new Format("fragmented.mp4", "video/mp4", new BmffContainer()));

    @Test
    void everyFormatIsTrustedAndAChangedBitIsSeen() throws Exception {
        Path cache = requireReader();
        for (Format format : FORMATS) {
            sign(format, SIGNER, JSON);
        }
        sign(FORMATS.get(1), SIGNER, JSON.replace("Code1\":\"", "Code1\":\"" + "x".repeat(150_000)));

        List<String> trusted = read(cache, SmallFiles.AUTHORITY.resolve(DevelopmentCa.ROOT));
        assertThat(trusted).hasSize(files.size() / 2);
        for (int i = 0; i < trusted.size(); i += 2) {
            assertThat(trusted.get(i)).startsWith("Trusted + ").contains(" -  = {\"Label\":\"1\"");
            assertThat(trusted.get(i + 1)).startsWith("Invalid + ").contains("Hash.mismatch");
        }
        List<String> valid = read(cache, Path.of("-"));
        for (int i = 0; i < valid.size(); i += 2) {
            assertThat(valid.get(i)).startsWith("Valid + claimSignature");
        }
    }

    @Test
    void ourReaderIsOfTheSameOpinion() throws Exception {
        for (Format format : FORMATS) {
            sign(format, SIGNER, JSON);
            assertThat(check(format, files.get(files.size() - 4))).isInstanceOf(ManifestReport.Trusted.class);
            assertThat(check(format, files.get(files.size() - 2))).isInstanceOf(ManifestReport.Broken.class);
        }
    }

    private static ManifestReport check(Format format, String file) throws Exception {
        return ManifestReader.check(format.host(), Source.of(Files.readAllBytes(Path.of(file))), SmallFiles.trust());
    }

    @Test
    void aManifestSignedWithEd25519IsTrusted() throws Exception {
        Path cache = requireReader();
        requireTool("openssl");
        for (String command : List.of(
                "req -x509 -newkey ed25519 -nodes -keyout ca.key -out ca.pem -days 30 -subj /O=Test/CN=Root"
                        + " -addext keyUsage=critical,keyCertSign",
                "req -newkey ed25519 -nodes -keyout key.pem -out request -subj /O=Test/CN=Signer",
                "x509 -req -in request -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile extensions -out chain.pem")) {
            Files.writeString(folder.resolve("extensions"), """
                    basicConstraints=critical,CA:false
                    keyUsage=critical,digitalSignature
                    extendedKeyUsage=critical,emailProtection
                    authorityKeyIdentifier=keyid
                    """);
            run(("openssl " + command).split(" ", -1));
        }
        SigningCredential credential = SigningCredential.read(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        sign(FORMATS.getFirst(), new C2paSigner(credential, "0.1.0"), JSON);
        assertThat(read(cache, folder.resolve("ca.pem")).getFirst()).startsWith("Trusted + ");
        Source signed = Source.of(Files.readAllBytes(Path.of(files.getFirst())));
        assertThat(ManifestReader.check(new PngManifest(), signed, Trust.in(folder.resolve("ca.pem"))))
                .isInstanceOf(ManifestReport.Trusted.class);
    }

    /// Writes the signed file, and one with a bit of its content changed.
    private void sign(Format format, C2paSigner signer, String json) throws Exception {
        byte[] content = SmallFiles.resource(format.file());
        byte[] signed = signer.sign(format.host(), Source.of(content), json).bytes();
        byte[] changed = signed.clone();
        changed[contentOf(format, signed)] ^= 1;
        for (byte[] file : List.of(signed, changed)) {
            Path path = Files.write(folder.resolve(files.size() + format.file()), file);
            files.addAll(List.of(path.toString(), format.type()));
        }
    }

    /// A byte of the picture or sound: near the end, or before a manifest and an index that stand there.
    private static int contentOf(Format format, byte[] signed) {
        return switch (format.file()) {
            case "plain.webp", "plain.wav" -> 60;
            case "fragmented.mp4" -> signed.length - 200;
            default -> signed.length - 3;
        };
    }

    private List<String> read(Path cache, Path anchors) throws Exception {
        Path script = Files.write(folder.resolve("read.mjs"), SmallFiles.resource("read.mjs"));
        List<String> command =
                new ArrayList<>(List.of("node", script.toString(), cache.toString(), anchors.toString()));
        command.addAll(files);
        return run(command.toArray(String[]::new)).lines().toList();
    }

    private String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static Path requireReader() {
        requireTool("node");
        Path cache = Optional.ofNullable(System.getenv("MINGSHI_C2PA"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("mingshi.root", "."), ".mingshi", "cache", "c2pa"));
        assumeTrue(
                Files.isDirectory(cache.resolve("node_modules")),
                "the C2PA reference reader is not here; modules/labels/src/test/scripts/c2pa-reader.sh fetches it");
        return cache;
    }

    private static void requireTool(String tool) {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        assumeTrue(present, tool + " is not installed");
    }
}
