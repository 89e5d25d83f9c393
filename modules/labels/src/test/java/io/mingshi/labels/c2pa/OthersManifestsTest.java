package io.mingshi.labels.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.image.JpegManifest;
import io.mingshi.labels.container.image.PngManifest;
import io.mingshi.labels.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Manifests of the first and second version that another implementation (c2pa-ts 0.9.4) made with keys of every kind;
/// the reference implementation trusts each of them.
class OthersManifestsTest {
    private static final Clock THEN = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Trust TRUST = new Trust(
            SigningCredential.certificates(new String(SmallFiles.resource("golden-root.pem"), StandardCharsets.UTF_8)),
            THEN);

    private static ManifestHost host(String file) {
        return switch (file.substring(file.indexOf('.'))) {
            case ".png" -> new PngManifest();
            case ".jpg" -> new JpegManifest();
            default -> new FilmHost();
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "es256.png",
                "es384.png",
                "es512.png",
                "ps256.png",
                "ed25519.png",
                "es256.jpg",
                "es256-v2.jpg",
                "bmff2.heic",
                "bmff3.heic"
            })
    void isTrustedUntilItsContentChanges(String name) throws Exception {
        byte[] file = SmallFiles.resource(name);
        String key = name.startsWith("bmff") ? "es256" : name.replaceAll("[-.].*", "");
        String signer = "CN=" + key + ",O=Golden files";
        // Only one of them has actions.
        boolean synthetic = name.equals("es256-v2.jpg");
        assertThat(ManifestReader.check(host(name), Source.of(file), TRUST))
                .isEqualTo(new ManifestReport.Trusted(signer, synthetic, Optional.empty()));
        file[file.length - 3] ^= 1;
        assertThat(ManifestReader.check(host(name), Source.of(file), TRUST)).isInstanceOf(ManifestReport.Broken.class);
    }
}
