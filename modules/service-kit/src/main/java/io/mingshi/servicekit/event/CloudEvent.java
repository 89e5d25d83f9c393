package io.mingshi.servicekit.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The envelope of a fact on Kafka: a CloudEvent in structured mode
/// ([CloudEvents 1.0.2](https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md)).
///
/// @param source the publishing module, such as `/mingshi/consent`
/// @param type the fact's name and version, such as `io.mingshi.consent.ConsentGranted.v1`
/// @param subject whom or what it is about; the key on the topic
/// @param traceparent the W3C trace context of the request that caused it; null when there was none
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time", "datacontenttype", "traceparent", "data"})
public record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        @Nullable String traceparent,
        JsonNode data) {
    /// The content type of the message on Kafka.
    public static final String CONTENT_TYPE = "application/cloudevents+json";

    static final String SPEC_VERSION = "1.0";
}
