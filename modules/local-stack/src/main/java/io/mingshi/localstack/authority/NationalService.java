package io.mingshi.localstack.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Plays the national network identity service: a credential that the person's device made for one
/// challenge comes in, a subject that is good for the asking provider alone goes out, and neither name nor
/// number.
///
/// The person in the credential decides the answer by the words of [Verdict].
final class NationalService implements Desk {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final ObjectMapper json = new ObjectMapper();
    private final Answered answered = new Answered();
    private final Map<String, String> used = new HashMap<>();
    private final byte[] key;

    NationalService(byte[] key) {
        this.key = key.clone();
    }

    /// What the person's device does after the person unlocked it: binds who they are to the provider's
    /// challenge.
    Answer credential(JsonNode person) {
        String body = BASE64.encodeToString(person.toString().getBytes(UTF_8));
        return Answer.of(Map.of("credential", body + "." + mac("credential", body)));
    }

    @Override
    public Answer answer(String unused, JsonNode question) throws InterruptedException {
        String sequence = question.path("bizSeq").asText("");
        if (sequence.isBlank() || question.path("appId").asText("").isBlank()) {
            return Answer.refused(400, "a question needs appId, bizSeq, authMode, challenge and idCardAuthData");
        }
        Optional<JsonNode> opened = opened(question.path("idCardAuthData").asText(""));
        if (opened.isEmpty()) {
            return given(sequence, "1");
        }
        return answer(sequence, question, opened.get());
    }

    private Answer answer(String sequence, JsonNode question, JsonNode person) throws InterruptedException {
        String name = person.path("person").asText();
        return switch (Verdict.of(name)) {
            case BROKEN -> Answer.outOfService();
            case FLAKY -> answered.firstTry(sequence) ? Answer.outOfService() : matched(sequence, question, person);
            case LATE -> {
                Thread.sleep(Verdict.LATENESS);
                yield matched(sequence, question, person);
            }
            case CONTRADICTORY -> given("of another question", "0");
            case MISMATCH -> given(sequence, "1");
            case NO_RECORD -> given(sequence, "2");
            case MATCH -> matched(sequence, question, person);
        };
    }

    private Answer matched(String sequence, JsonNode question, JsonNode person) {
        boolean forThis = person.path("challenge").equals(question.path("challenge"))
                && sequence.equals(firstUse(question.path("idCardAuthData").asText(), sequence));
        if (!forThis) {
            return given(sequence, "1");
        }
        String subject =
                mac(question.path("appId").asText(), person.path("person").asText());
        return answered.once(
                sequence,
                question.toString(),
                () -> Answer.of(Map.of(
                        "bizSeq",
                        sequence,
                        "authSeq",
                        UUID.randomUUID().toString(),
                        "authResult",
                        "0",
                        "subject",
                        subject,
                        "ageGroup",
                        person.path("ageGroup").asText("ADULT"))));
    }

    /// The question that used this credential first.
    private synchronized String firstUse(String credential, String sequence) {
        return used.computeIfAbsent(credential, _ -> sequence);
    }

    private static Answer given(String sequence, String result) {
        return Answer.of(Map.of("bizSeq", sequence, "authSeq", UUID.randomUUID().toString(), "authResult", result));
    }

    private Optional<JsonNode> opened(String credential) {
        int dot = credential.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String body = credential.substring(0, dot);
        byte[] seal = credential.substring(dot + 1).getBytes(UTF_8);
        if (!MessageDigest.isEqual(seal, mac("credential", body).getBytes(UTF_8))) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(Base64.getUrlDecoder().decode(body)));
        } catch (IOException e) {
            throw new IllegalStateException("a sealed credential cannot be read", e);
        }
    }

    private String mac(String kind, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((kind + "\n").getBytes(UTF_8));
            return BASE64.encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
