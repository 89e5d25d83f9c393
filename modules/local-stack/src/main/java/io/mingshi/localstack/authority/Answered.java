package io.mingshi.localstack.authority;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Remembers what happened under an idempotency key, so that a repeated question gets the same answer.
final class Answered {
    private static final int LIMIT = 10_000;

    private record Given(String question, Answer answer) {}

    private final Map<String, Given> given = bounded();
    private final Map<String, String> tried = bounded();

    /// Whether this key was not seen here before.
    synchronized boolean firstTry(String key) {
        return tried.put(key, key) == null;
    }

    synchronized Answer once(String key, String question, Supplier<Answer> fresh) {
        Given earlier = given.get(key);
        if (earlier != null) {
            return earlier.question().equals(question)
                    ? earlier.answer()
                    : Answer.refused(409, "this Idempotency-Key was used for another question");
        }
        Answer answer = fresh.get();
        given.put(key, new Given(question, answer));
        return answer;
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > LIMIT;
            }
        };
    }
}
