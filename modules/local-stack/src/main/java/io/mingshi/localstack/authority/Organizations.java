package io.mingshi.localstack.authority;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/// Plays the register of organisations; a representative without a name is one whose national credential opens.
///
/// @param check of the organisation's own name and code
record Organizations(Desk check, NationalService national) implements Desk {
    @Override
    public Answer answer(String key, JsonNode question) throws InterruptedException {
        Answer found = check.answer(key, question);
        JsonNode representative = question.path("representative");
        if (!representative.has("credential") || !"MATCH".equals(found.body().get("result"))) {
            return found;
        }
        return represented(found, national.answer(key, asked(key, representative)));
    }

    private static JsonNode asked(String key, JsonNode representative) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("bizSeq", key)
                .put("appId", representative.path("app").asText(""))
                .put("challenge", representative.path("challenge").asText(""))
                .put("idCardAuthData", representative.path("credential").asText(""));
    }

    private static Answer represented(Answer found, Answer person) {
        if (person.status() != found.status()) {
            return person;
        }
        Map<String, Object> both = new LinkedHashMap<>(found.body());
        if ("0".equals(person.body().get("authResult"))) {
            both.put("subject", person.body().get("subject"));
            both.put("ageGroup", person.body().get("ageGroup"));
        } else {
            both.put("result", "MISMATCH");
        }
        return Answer.of(both);
    }
}
