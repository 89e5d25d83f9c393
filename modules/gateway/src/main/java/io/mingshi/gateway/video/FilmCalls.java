package io.mingshi.gateway.video;

import static io.mingshi.gateway.GatewayProblem.NO_SUCH_VIDEO;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The addresses at which models' servers call when a film has got on, each with a secret of its own.
///
/// A call is believed in nothing but that a look is worth while: what the film is and how far, the server is asked,
/// at the address that the operator configured. One that comes again, or too late, changes nothing.
@Singleton
public class FilmCalls {
    private final SecretKeySpec key;
    private final String base;
    private final JobLedger ledger;

    FilmCalls(
            @ConfigProperty(name = "mingshi.signing") String seed,
            @ConfigProperty(name = "mingshi.gateway.callback-url") Optional<String> callbackUrl,
            @ConfigProperty(name = "mingshi.public-url", defaultValue = "http://127.0.0.1:8080") String publicUrl,
            JobLedger ledger) {
        this.key = new SecretKeySpec(
                mac(new SecretKeySpec(Base64.getDecoder().decode(seed.strip()), "HmacSHA256"), "film-calls"),
                "HmacSHA256");
        this.base = callbackUrl.orElse(publicUrl);
        this.ledger = ledger;
    }

    URI address(String job) {
        return URI.create(base + "/api/gateway/films/" + job + "/calls/" + secret(job));
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_VIDEO` when the secret is not the job's
    public void called(String job, String secret) {
        if (!MessageDigest.isEqual(secret(job).getBytes(UTF_8), secret.getBytes(UTF_8))) {
            throw NO_SUCH_VIDEO.with("no film is called back about at this address");
        }
        ledger.called(job);
    }

    private String secret(String job) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, job));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
