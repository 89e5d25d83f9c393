package io.mingshi.labels.securitydata;

import java.nio.charset.StandardCharsets;

/// What a producer's signature covers: the first three members of the AIGC object (TC260-PG-202511A appendix A.1).
///
/// @param label the value of `Label`
/// @param contentProducer the value of `ContentProducer`
/// @param produceId the value of `ProduceID`
public record LabelMessage(String label, String contentProducer, String produceId) {
    /// The three members as they stand in the JSON of the label, without braces.
    public String text() {
        return "\"Label\":" + quoted(label) + ",\"ContentProducer\":" + quoted(contentProducer) + ",\"ProduceID\":"
                + quoted(produceId);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
