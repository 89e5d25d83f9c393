package io.mingshi.gateway.video;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ModelId;
import io.mingshi.gateway.Depiction;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.labels.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Seals the prompt of a film while its job is open, so that it survives a restart and the database does not show it.
///
/// AES-GCM with a key that is derived from `mingshi.signing`; the job's number is authenticated with it.
@Singleton
class SealedPrompts {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    SealedPrompts(@ConfigProperty(name = "mingshi.signing") String seed, ObjectMapper json) {
        this.json = json;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(seed.strip()), "HmacSHA256"));
            this.key = new SecretKeySpec(mac.doFinal("video-jobs".getBytes(UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    byte[] seal(String job, Prompt.Film film) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed =
                crypt(Cipher.ENCRYPT_MODE, job, nonce, write(film).toString().getBytes(UTF_8));
        byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return whole;
    }

    Prompt.Film open(String job, byte[] sealed) {
        byte[] plain = crypt(
                Cipher.DECRYPT_MODE,
                job,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length));
        try {
            return read(json.readTree(plain));
        } catch (IOException e) {
            throw new IllegalStateException("the gateway wrote this JSON itself", e);
        }
    }

    private byte[] crypt(int mode, String job, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(job.getBytes(UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the prompt of the job " + job + " cannot be opened: was mingshi.signing" + " changed?", e);
        }
    }

    private ObjectNode write(Prompt.Film film) {
        ObjectNode body = json.createObjectNode()
                .put("model", film.model().value())
                .put("description", film.description())
                .put("seconds", film.seconds())
                .put("width", film.width())
                .put("height", film.height());
        film.reference()
                .ifPresent(picture -> body.put("type", picture.type().name()).put("picture", picture.bytes()));
        film.depicted().ifPresent(depiction -> {
            switch (depiction) {
                case Depiction.Undeclared _ -> body.put("depicts", "");
                case Depiction.Nobody _ -> body.put("depicts", "none");
                case Depiction.People people -> {
                    body.put("depicts", "people").put("purpose", people.purpose());
                    people.consents()
                            .forEach(consent -> body.withArray("consents").add(consent.value()));
                }
            }
        });
        return body;
    }

    private static Prompt.Film read(JsonNode body) throws IOException {
        Optional<Media> picture = body.has("picture")
                ? Optional.of(new Media(
                        MediaType.valueOf(body.path("type").asText()),
                        body.path("picture").binaryValue()))
                : Optional.empty();
        return new Prompt.Film(
                new ModelId(body.path("model").asText()),
                body.path("description").asText(),
                body.path("seconds").asInt(),
                body.path("width").asInt(),
                body.path("height").asInt(),
                picture,
                body.has("depicts") ? Optional.of(depiction(body)) : Optional.empty());
    }

    private static Depiction depiction(JsonNode body) {
        Stream<JsonNode> consents = StreamSupport.stream(body.path("consents").spliterator(), false);
        return switch (body.path("depicts").asText()) {
            case "none" -> new Depiction.Nobody();
            case "people" -> {
                List<ConsentId> ids =
                        consents.map(JsonNode::asText).map(ConsentId::new).toList();
                yield new Depiction.People(ids, body.path("purpose").asText());
            }
            default -> new Depiction.Undeclared();
        };
    }
}
