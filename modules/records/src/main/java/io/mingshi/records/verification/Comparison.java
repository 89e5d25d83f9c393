package io.mingshi.records.verification;

import io.mingshi.records.Header;
import io.mingshi.records.KeepEvents;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.Links;
import io.mingshi.records.SaltedText;
import io.mingshi.records.SealedEntry;
import io.mingshi.records.Stored;
import io.mingshi.records.StoredText;
import io.mingshi.records.verification.Finding.BackDated;
import io.mingshi.records.verification.Finding.Contradicted;
import io.mingshi.records.verification.Finding.Edited;
import io.mingshi.records.verification.Finding.KeyDestroyed;
import io.mingshi.records.verification.Finding.PayloadEdited;
import io.mingshi.records.verification.Finding.Place;
import io.mingshi.records.verification.Finding.TextLost;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.servicekit.event.MalformedEventException;
import io.mingshi.servicekit.event.Received;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compares one row with its entry in the log, and tells what was changed as well as can be told.
///
/// The text cannot be forged without its key, and all columns but a few come from it: so it shows which were
/// edited.
final class Comparison {
    private final EventCodec codec;

    Comparison(EventCodec codec) {
        this.codec = codec;
    }

    /// What does not fit, of a row that carries the event of the entry.
    List<Finding> of(SealedEntry logged, Stored.Row row) {
        KeptRecord kept = row.kept();
        var place = new Place(row.position(), row.eventId());
        if (!kept.entry().equals(logged)) {
            return changed(logged, kept, place);
        }
        if (!row.seal().equals(logged.seal())) {
            return List.of(new Edited(place, List.of("seal")));
        }
        return switch (kept.text()) {
            case StoredText.Legible(SaltedText text) ->
                text.opens(kept.commitment())
                        ? contradictions(kept, logged, place)
                        : List.of(new Edited(place, List.of("commitment")));
            case StoredText.StorageOnly() -> List.of();
            case StoredText.Erased() ->
                row.keyNoted()
                        ? List.of(new KeyDestroyed(place, Destroyed.keyOf(kept.header())))
                        : List.of(new TextLost(place, "its key is gone, and no destruction of it is noted"));
            case StoredText.Damaged() ->
                List.of(new TextLost(place, "it does not decrypt under the stored key, so the key was changed"));
        };
    }

    /// Who edits a row and its seal before the log is told of it leaves a text that says something else. A
    /// column that is empty contradicts nothing: an older version of this service may not have filled it.
    private List<Finding> contradictions(KeptRecord kept, SealedEntry logged, Place place) {
        Optional<Header> told = told(kept, logged);
        if (told.isEmpty()) {
            return List.of();
        }
        List<String> columns = new ArrayList<>();
        Header stored = kept.header();
        note(columns, "event_id", told.get().eventId(), stored.eventId());
        note(columns, "occurred_at", told.get().occurredAt(), stored.occurredAt());
        note(columns, "source", told.get().source(), stored.source());
        note(columns, "type", told.get().type(), stored.type());
        note(columns, "subject", told.get().subject(), stored.subject());
        links(columns, told.get().links(), stored.links(), true);
        return columns.isEmpty() ? List.of() : List.of(new Contradicted(place, columns));
    }

    private List<Finding> changed(SealedEntry logged, KeptRecord kept, Place place) {
        List<Finding> findings = new ArrayList<>();
        Header stored = kept.header();
        if (!stored.receivedAt().equals(logged.receivedAt())) {
            findings.add(new BackDated(place, "received_at", logged.receivedAt(), stored.receivedAt()));
        }
        List<String> columns = new ArrayList<>();
        if (stored.retentionClass() != logged.retentionClass()) {
            columns.add("retention_class");
        }
        Header asLogged = with(stored, logged);
        if (!fits(logged, asLogged, kept)) {
            Optional<Header> told = told(kept, logged);
            if (told.isPresent()) {
                compare(told.get(), asLogged, place, columns, findings);
                if (!kept.intact()) {
                    columns.add("commitment");
                }
                if (columns.isEmpty() && findings.isEmpty()) {
                    columns.add("number or sealed");
                }
            } else if (findings.isEmpty()) {
                findings.add(
                        kept.text() instanceof StoredText.Damaged
                                ? new PayloadEdited(place)
                                : new Edited(place, List.of("a column or the sealed text")));
            }
        }
        if (!columns.isEmpty()) {
            findings.add(new Edited(place, columns));
        }
        return findings;
    }

    private static void compare(Header told, Header stored, Place place, List<String> columns, List<Finding> findings) {
        if (!told.occurredAt().equals(stored.occurredAt())) {
            findings.add(new BackDated(place, "occurred_at", told.occurredAt(), stored.occurredAt()));
        }
        note(columns, "source", told.source(), stored.source());
        note(columns, "type", told.type(), stored.type());
        note(columns, "subject", told.subject(), stored.subject());
        note(columns, "person", told.person(), stored.person());
        links(columns, told.links(), stored.links(), false);
    }

    private static void links(List<String> columns, Links told, Links stored, boolean mayBeEmpty) {
        Map<String, @Nullable String> a = byColumn(told);
        byColumn(stored).forEach((column, value) -> {
            if (value != null || !mayBeEmpty) {
                note(columns, column, a.get(column), value);
            }
        });
    }

    private static Map<String, @Nullable String> byColumn(Links links) {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        columns.put("counterpart", links.counterpart());
        columns.put("admission", links.admission());
        columns.put("work", links.work());
        columns.put("consent", links.consent());
        columns.put("ticket", links.ticket());
        columns.put("content_hash", links.contentHash());
        columns.put("watermark", links.watermark());
        columns.put("trace_id", links.traceId());
        columns.put("fingerprint", links.fingerprint());
        return columns;
    }

    private static void note(List<String> columns, String column, @Nullable Object told, @Nullable Object stored) {
        if (!Objects.equals(told, stored)) {
            columns.add(column);
        }
    }

    private static boolean fits(SealedEntry logged, Header header, KeptRecord kept) {
        return SealedEntry.of(header, kept.sealed(), kept.commitment()).equals(logged);
    }

    /// The header that belongs to the text, with what the text does not tell from the row and the log.
    private Optional<Header> told(KeptRecord kept, SealedEntry logged) {
        return kept.legible().flatMap(text -> {
            try {
                Received received = codec.decode(text.text());
                return Optional.of(with(KeepEvents.header(received, logged.receivedAt()), logged, kept.header()));
            } catch (MalformedEventException e) {
                return Optional.empty();
            }
        });
    }

    private static Header with(Header stored, SealedEntry logged) {
        return with(stored, logged, stored);
    }

    private static Header with(Header header, SealedEntry logged, Header stored) {
        return new Header(
                header.eventId(),
                logged.receivedAt(),
                header.occurredAt(),
                logged.retentionClass(),
                header.source(),
                stored.number(),
                header.type(),
                header.subject(),
                header.person(),
                header.links());
    }
}
