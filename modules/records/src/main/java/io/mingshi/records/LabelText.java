package io.mingshi.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/// Reads the provider out of a recorded label (GB 45438-2025 annex E).
final class LabelText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LabelText() {}

    /// Null when the label is not the object that annex E describes.
    static @Nullable String contentProducer(String label) {
        try {
            JsonNode object = JSON.readTree(label);
            JsonNode inner = object.path("AIGC").isObject() ? object.path("AIGC") : object;
            return inner.path("ContentProducer").textValue();
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
