package io.mingshi.localstack.authority;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Plays a gateway for text messages: nothing is sent, and the last message to each number can be read.
///
/// A number that ends with 503 finds the gateway out of service.
final class TextMessages implements Desk {
    private static final int LIMIT = 1_000;

    private final Answered answered = new Answered();
    private final Map<String, JsonNode> last = new LinkedHashMap<>();

    @Override
    public Answer answer(String key, JsonNode message) {
        String mobile = message.path("mobile").asText("");
        if (key.isBlank() || mobile.isBlank() || !message.path("parameters").isObject()) {
            return Answer.refused(400, "a message needs an Idempotency-Key, mobile, template and parameters");
        }
        if (mobile.endsWith("503")) {
            return Answer.outOfService();
        }
        return answered.once(key, message.toString(), () -> {
            keep(mobile, message);
            return Answer.of(
                    Map.of("accepted", true, "reference", UUID.randomUUID().toString()));
        });
    }

    /// What was sent last to a number.
    Answer lastTo(String mobile) {
        return find(mobile)
                .map(message -> Answer.of(Map.of("message", message)))
                .orElseGet(() -> Answer.refused(404, "no message was sent to this number"));
    }

    private synchronized Optional<JsonNode> find(String mobile) {
        return Optional.ofNullable(last.get(mobile));
    }

    private synchronized void keep(String mobile, JsonNode message) {
        last.remove(mobile);
        last.put(mobile, message);
        if (last.size() > LIMIT) {
            last.remove(last.keySet().iterator().next());
        }
    }
}
