package io.mingshi.gateway.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.contracts.ProduceId;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Addresses of works: the public one, and one that shows an unpublished work to whoever has it, for one hour.
@Singleton
public class WorkLinks {
    private static final Duration VALID = Duration.ofHours(1);

    private final byte[] key;
    private final String base;
    private final Clock clock;

    WorkLinks(
            @ConfigProperty(name = "mingshi.signing") String seed,
            @ConfigProperty(name = "mingshi.public-url", defaultValue = "http://127.0.0.1:8080") String base,
            Clock clock) {
        this.key = mac(Base64.getDecoder().decode(seed.strip()), "works-link");
        this.base = base;
        this.clock = clock;
    }

    /// Where a published work can be seen by everybody.
    public String publicAddress(ProduceId work) {
        return base + "/works/" + work;
    }

    /// Where the work can be seen for an hour from now, published or not.
    public String temporaryAddress(ProduceId work) {
        long expires = clock.instant().plus(VALID).getEpochSecond();
        return publicAddress(work) + "?expires=" + expires + "&signature=" + signature(work, expires);
    }

    /// Whether the parameters are those of a temporary address that has not expired.
    public boolean opens(ProduceId work, @Nullable Long expires, @Nullable String signature) {
        return expires != null
                && signature != null
                && expires >= clock.instant().getEpochSecond()
                && MessageDigest.isEqual(signature(work, expires).getBytes(UTF_8), signature.getBytes(UTF_8));
    }

    private String signature(ProduceId work, long expires) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, work + " " + expires));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
