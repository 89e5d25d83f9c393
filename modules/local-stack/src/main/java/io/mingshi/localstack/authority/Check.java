package io.mingshi.localstack.authority;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Checks whether names and numbers belong together.
///
/// @param fields what a question needs; the answer says of each whether it agrees
record Check(Answered answered, List<String> fields) implements Desk {
    @Override
    public Answer answer(String key, JsonNode question) throws InterruptedException {
        if (key.isBlank()) {
            return Answer.refused(400, "the header Idempotency-Key is missing");
        }
        for (String field : fields) {
            if (question.path(field).asText("").isBlank()) {
                return Answer.refused(400, "the field " + field + " is missing");
            }
        }
        Verdict verdict = Verdict.of(question.path("name").asText());
        return switch (verdict) {
            case BROKEN -> Answer.outOfService();
            case LATE -> {
                Thread.sleep(Verdict.LATENESS);
                yield given(key, question, Verdict.MATCH);
            }
            case FLAKY -> answered.firstTry(key) ? Answer.outOfService() : given(key, question, Verdict.MATCH);
            case MATCH, MISMATCH, NO_RECORD, CONTRADICTORY -> given(key, question, verdict);
        };
    }

    private Answer given(String key, JsonNode question, Verdict verdict) {
        return answered.once(key, fields + question.toString(), () -> {
            Map<String, Boolean> agreeing = new LinkedHashMap<>();
            fields.forEach(field -> agreeing.put(field, verdict == Verdict.MATCH));
            return Answer.of(Map.of(
                    "result",
                    verdict == Verdict.CONTRADICTORY ? "MATCH" : verdict.name(),
                    "fields",
                    agreeing,
                    "reference",
                    UUID.randomUUID().toString()));
        });
    }
}
