package io.mingshi.consent.receipt;

import static io.mingshi.consent.ConsentProblem.NOT_GIVEN;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.consent.Consent;
import io.mingshi.consent.Consents;
import io.mingshi.contracts.ConsentId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Issues receipts, and says of any text whether it is one and whether the consent still holds.
@ApplicationScoped
public class Receipts {
    private final ReceiptKey key;
    private final ReceiptKeys keys;
    private final Consents consents;
    private final Clock clock;
    private final ReceiptDocument document;
    private final ObjectMapper json = new ObjectMapper();

    Receipts(
            ReceiptKey key,
            ReceiptKeys keys,
            Consents consents,
            Clock clock,
            @ConfigProperty(name = "mingshi.public-url") String publicUrl) {
        this.key = key;
        this.keys = keys;
        this.consents = consents;
        this.clock = clock;
        this.document = new ReceiptDocument(publicUrl);
    }

    /// The receipt of a consent that was given, as a compact JWS; after a withdrawal it tells that too.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NOT_GIVEN`
    @Transactional
    public String issue(Consent consent) {
        Instant now = clock.instant();
        ReceiptDocument.Given given = switch (consent) {
            case Consent.Active active -> ReceiptDocument.Given.of(active);
            case Consent.Withdrawn withdrawn -> ReceiptDocument.Given.of(withdrawn);
            case Consent.Requested _, Consent.Refused _, Consent.Lapsed _ ->
                throw NOT_GIVEN.with("only a consent that is in force or was withdrawn has a receipt");
        };
        keys.remember(key.id(), key.publicJwk(), now);
        try {
            return key.sign(json.writeValueAsString(document.of(given, now)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and lists are always JSON", e);
        }
    }

    /// The keys that verify receipts, those that are no longer used too, as a JSON Web Key Set.
    @Transactional
    public String keySet() {
        keys.remember(key.id(), key.publicJwk(), clock.instant());
        return "{\"keys\":[" + String.join(",", keys.all()) + "]}";
    }

    /// What a text that claims to be a receipt is worth now.
    public enum Worth {
        /// Genuine, and the consent holds.
        VALID,
        /// Not issued here, or changed since.
        FORGED,
        /// Genuine, and the person took the consent back since.
        WITHDRAWN,
        /// Genuine, and the period is over.
        LAPSED
    }

    /// @param consent null when forged
    /// @param since when it came to be worth this; null when forged
    public record Checked(
            Worth worth,
            @Nullable ConsentId consent,
            @Nullable Instant since,
            String reason) {}

    /// Takes any text.
    @Transactional
    public Checked check(String receipt) {
        return switch (new ReceiptVerifier(keySet()).verify(receipt)) {
            case ReceiptVerifier.Verdict.Forged forged -> forged(forged.why());
            case ReceiptVerifier.Verdict.Genuine genuine -> now(new ConsentId(genuine.consent()));
        };
    }

    private Checked now(ConsentId id) {
        Optional<Consent> consent = consents.find(id);
        return consent.map(Receipts::worth).orElseGet(() -> forged("no consent has the id that it names"));
    }

    private static Checked worth(Consent consent) {
        ConsentId id = consent.terms().id();
        return switch (consent) {
            case Consent.Active active ->
                new Checked(Worth.VALID, id, active.grantedAt(), "the consent was given and holds");
            case Consent.Withdrawn withdrawn ->
                new Checked(
                        Worth.WITHDRAWN,
                        id,
                        withdrawn.withdrawnAt(),
                        "the consent was given, and withdrawn since: no edit may rest on it");
            case Consent.Lapsed lapsed ->
                new Checked(Worth.LAPSED, id, lapsed.terms().validUntil(), "the period of the consent is over");
            case Consent.Requested _, Consent.Refused _ -> forged("the consent that it names was never given");
        };
    }

    private static Checked forged(String why) {
        return new Checked(Worth.FORGED, null, null, why);
    }
}
