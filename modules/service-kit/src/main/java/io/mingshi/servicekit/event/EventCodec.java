package io.mingshi.servicekit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.contracts.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns facts into CloudEvents and back.
@Singleton
public class EventCodec {
    /// A message longer than this is not read.
    static final int MAX_CHARACTERS = 1_000_000;

    private final ObjectMapper json = ContractsJson.mapper();

    /// @param module the publishing module, such as `consent`
    public String encode(String id, String module, Event event, Instant time, @Nullable String traceparent) {
        ObjectNode data = json.valueToTree(event);
        var envelope = new CloudEvent(
                CloudEvent.SPEC_VERSION,
                id,
                "/mingshi/" + module,
                EventTypes.of(event.getClass()),
                event.subject(),
                time,
                "application/json",
                traceparent,
                withoutNulls(data));
        try {
            return json.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the event " + envelope.type() + " cannot be written as JSON", e);
        }
    }

    /// @throws MalformedEventException when the text is no CloudEvent or its data does not fit its type
    public Received decode(String text) {
        return decode(new Delivery(text, Optional.empty()));
    }

    /// The same, with the number that came beside the text.
    Received decode(Delivery delivery) {
        String text = delivery.text();
        if (text.length() > MAX_CHARACTERS) {
            throw new MalformedEventException("the message is longer than " + MAX_CHARACTERS + " characters");
        }
        try {
            CloudEvent envelope = json.readValue(text, CloudEvent.class);
            if (envelope == null || !isComplete(envelope)) {
                throw new MalformedEventException("the message is not a CloudEvent 1.0 with id, source, type and data");
            }
            return new Received(envelope, eventOf(envelope), text, delivery.number());
        } catch (JsonProcessingException e) {
            throw new MalformedEventException("the message is not a CloudEvent in JSON whose data fits its type", e);
        }
    }

    private Optional<Event> eventOf(CloudEvent envelope) throws JsonProcessingException {
        Class<? extends Event> type = EventTypes.find(envelope.type());
        return type == null ? Optional.empty() : Optional.of(json.treeToValue(envelope.data(), type));
    }

    @SuppressWarnings("ConstantValue") // a message from outside may lack anything
    private static boolean isComplete(CloudEvent e) {
        return CloudEvent.SPEC_VERSION.equals(e.specversion())
                && e.id() != null
                && e.source() != null
                && e.type() != null
                && e.data() != null
                && e.data().isObject();
    }

    private static JsonNode withoutNulls(ObjectNode data) {
        data.properties().removeIf(field -> field.getValue().isNull());
        data.forEach(child -> {
            if (child instanceof ObjectNode nested) {
                withoutNulls(nested);
            }
        });
        return data;
    }
}
