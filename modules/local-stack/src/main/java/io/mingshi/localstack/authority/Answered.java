package io.mingshi.localstack.authority;

import io.mingshi.localstack.authority.SandboxAuthority.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Remembers the answer given under an idempotency key, so that a repeated question gets the same one.
final class Answered {
    private static final int LIMIT = 10_000;

    private record Given(String question, Answer answer) {}

    private final Map<String, Given> given = new LinkedHashMap<>();

    synchronized Answer once(String key, String question, Verdict verdict) {
        Given earlier = given.get(key);
        if (earlier != null) {
            return earlier.question().equals(question)
                    ? earlier.answer()
                    : Answer.refused(409, "this Idempotency-Key was used for another question");
        }
        Answer answer = Answer.given(verdict, UUID.randomUUID().toString());
        given.put(key, new Given(question, answer));
        if (given.size() > LIMIT) {
            given.remove(given.keySet().iterator().next());
        }
        return answer;
    }
}
