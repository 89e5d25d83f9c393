package io.mingshi.records;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.Sha256;
import io.mingshi.servicekit.event.CloudEvent;
import io.mingshi.servicekit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps one fact exactly as it was received, also one whose type this version does not know.
///
/// The logs of DSP arts. 10 and 16. [DSP-16](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class KeepEvent {
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Records records;
    private final Clock clock;

    KeepEvent(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /// Takes part in the current transaction.
    public void keep(Received received) {
        CloudEvent envelope = received.envelope();
        JsonNode data = envelope.data();
        Instant now = clock.instant();
        PersonId person = received.event().map(DataSubject::of).orElse(DataSubject.PLATFORM);
        records.keep(new Receipt(
                envelope.id(),
                now,
                Objects.requireNonNullElse(envelope.time(), now),
                envelope.source(),
                envelope.type(),
                Objects.requireNonNullElse(envelope.subject(), ""),
                person,
                id(data, "admission"),
                id(data, "work"),
                id(data, "consent"),
                id(data, "ticket"),
                traceId(envelope.traceparent()),
                received.event().map(DataSubject::classOf).orElse(RetentionClass.UNCLASSED),
                Sha256.of(received.text()),
                received.text()));
    }

    /// Names in events are never changed, so they also find facts of types that are not known here yet.
    private static @Nullable String id(JsonNode data, String name) {
        JsonNode value = data.get(name);
        return value != null && value.isTextual() ? value.textValue() : null;
    }

    private static @Nullable String traceId(@Nullable String traceparent) {
        if (traceparent == null) {
            return null;
        }
        var matcher = TRACEPARENT.matcher(traceparent);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
