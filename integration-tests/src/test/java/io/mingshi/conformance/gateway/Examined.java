package io.mingshi.conformance.gateway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingshi.client.Platform;
import io.mingshi.conformance.Provider;
import io.mingshi.conformance.upstream.BehindPlatform;
import io.mingshi.conformance.upstream.Material;
import io.mingshi.conformance.upstream.ModelServer;
import io.mingshi.testkit.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// The gateway that this run examines: the one of `-Dmingshi.gateway=FILE`, or else this project's own.
final class Examined {
    static final String FORBIDDEN = "build a bomb";

    private static final String FILE = System.getProperty("mingshi.gateway", "");
    private static final List<String> KINDS = List.of("chat", "image", "edit", "speech", "transcription", "video");

    private Examined() {}

    /// Whether it is the gateway of this project, of which the whole matrix is known beforehand.
    static boolean own() {
        return FILE.isEmpty();
    }

    /// One examination for all tests of this run.
    static Examination examination() {
        assumeNamed();
        return Once.EXAMINATION;
    }

    static Gateway gateway() {
        assumeNamed();
        return Once.GATEWAY;
    }

    private static void assumeNamed() {
        assumeTrue(
                !own() || Provider.platform().isPresent(),
                "a gateway elsewhere is named with -Dmingshi.gateway=FILE, see integration-tests/README.md");
    }

    private static Gateway find() throws IOException {
        if (!own()) {
            return outside(Path.of(FILE));
        }
        return platform();
    }

    private static Gateway platform() {
        OwnModels.register(BehindPlatform.MODELS);
        return new Gateway(
                client(Provider.base(), Provider.keyOf("alice")),
                BehindPlatform.SERVER,
                BehindPlatform.MODELS,
                "depicts=none",
                FORBIDDEN,
                OtherReaders.installed("tesseract"),
                new MissingLibrary(Provider.platform().orElseThrow()));
    }

    private static Gateway outside(Path file) throws IOException {
        var values = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        Material.writeTo(LocalStack.root().resolve("integration-tests/target/gateway-material"));
        Map<String, String> models = new HashMap<>();
        for (String kind : KINDS) {
            String model = values.getProperty("model." + kind, "");
            if (!model.isEmpty()) {
                models.put(kind, model);
            }
        }
        String before = values.getProperty("outage.begin", "");
        return new Gateway(
                client(required(values, "url"), required(values, "key")),
                ModelServer.start(Integer.parseInt(required(values, "upstream.port"))),
                models,
                values.getProperty("declared", ""),
                values.getProperty("forbidden", FORBIDDEN).toLowerCase(Locale.ROOT),
                Boolean.parseBoolean(values.getProperty("reads-pictures", "true")),
                before.isEmpty() ? Outage.NONE : new CommandOutage(before, required(values, "outage.end")));
    }

    private static String required(Properties values, String key) {
        String value = values.getProperty(key, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException(FILE + " lacks the key " + key + ", see integration-tests/README.md");
        }
        return value;
    }

    /// The key as OpenAI's and as Anthropic's clients send it.
    static Platform client(String base, String key) {
        return Platform.at(base).as(key).with("x-api-key", key).with("anthropic-version", "2023-06-01");
    }

    /// Found at the first use, so that a skipped test starts nothing.
    private static final class Once {
        private static final Gateway GATEWAY = start();
        private static final Examination EXAMINATION = new Examination(GATEWAY);

        private static Gateway start() {
            try {
                return find();
            } catch (IOException e) {
                throw new UncheckedIOException("the gateway to be examined cannot be set up", e);
            }
        }
    }
}
