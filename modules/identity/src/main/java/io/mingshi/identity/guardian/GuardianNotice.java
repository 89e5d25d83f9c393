package io.mingshi.identity.guardian;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/// What a guardian is told before consenting, in Chinese and English; consent names the version that was
/// shown.
///
/// [PIPL-17](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@Singleton
public class GuardianNotice {
    private static final String RESOURCE = "/io/mingshi/identity/guardian/notice.properties";

    private final Properties text = new Properties();

    GuardianNotice() {
        try (InputStream in = GuardianNotice.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the notice for guardians is missing");
            }
            text.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String version() {
        return text.getProperty("version");
    }

    /// By language: `zh` and `en`.
    public Map<String, String> texts() {
        return Map.of("zh", text.getProperty("zh"), "en", text.getProperty("en"));
    }
}
