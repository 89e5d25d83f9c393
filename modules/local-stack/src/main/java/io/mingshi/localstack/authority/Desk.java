package io.mingshi.localstack.authority;

import com.fasterxml.jackson.databind.JsonNode;

/// Answers one kind of question.
interface Desk {
    /// @param key the idempotency key; empty when none was sent
    Answer answer(String key, JsonNode question) throws InterruptedException;
}
