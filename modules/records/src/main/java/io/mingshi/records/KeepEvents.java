package io.mingshi.records;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.contracts.PersonId;
import io.mingshi.servicekit.event.CloudEvent;
import io.mingshi.servicekit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps facts exactly as they were received, also those whose type this version does not know.
///
/// The logs of DSP arts. 10 and 16. [DSP-16](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class KeepEvents {
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    /// The names under which facts tell of people.
    private static final List<String> PEOPLE = List.of("person", "requester", "depicted", "uploader");

    private final Records records;
    private final ProducerProgress progress;
    private final Clock clock;

    KeepEvents(Records records, ProducerProgress progress, Clock clock) {
        this.records = records;
        this.progress = progress;
        this.clock = clock;
    }

    /// Takes part in the current transaction.
    public void keep(List<Received> events) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        progress.note(events, now);
        records.keep(events.stream().map(event -> receipt(event, now)).toList());
    }

    private static Receipt receipt(Received received, Instant now) {
        CloudEvent envelope = received.envelope();
        PersonId person = received.event().map(DataSubject::of).orElse(DataSubject.PLATFORM);
        Instant occurred = Objects.requireNonNullElse(envelope.time(), now).truncatedTo(ChronoUnit.MICROS);
        Header header = new Header(
                envelope.id(),
                now,
                occurred,
                received.event().map(DataSubject::classOf).orElse(RetentionClass.UNCLASSED),
                envelope.source(),
                received.number(),
                envelope.type(),
                Objects.requireNonNullElse(envelope.subject(), ""),
                person,
                links(envelope, person));
        return new Receipt(header, received.text());
    }

    /// Names in events are never changed, so they also find facts of types that are not known here yet.
    private static Links links(CloudEvent envelope, PersonId person) {
        JsonNode data = envelope.data();
        return new Links(
                PEOPLE.stream()
                        .flatMap(name -> Stream.ofNullable(id(data, name)))
                        .filter(other -> !other.equals(person.value()))
                        .findFirst()
                        .orElse(null),
                id(data, "admission"),
                id(data, "work"),
                id(data, "consent"),
                id(data, "ticket"),
                Optional.ofNullable(id(data, "contentHash")).orElse(id(data, "sha256")),
                id(data, "watermark"),
                traceId(envelope.traceparent()));
    }

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
