package io.mingshi.records.verification;

import io.mingshi.records.RetentionClass;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// Something that does not fit, and which record it is about.
sealed interface Finding {
    /// A record: its position, and the id of its event.
    record Place(long position, String eventId) {
        @Override
        public String toString() {
            return "record " + eventId + " at position " + position;
        }
    }

    /// Columns are not what the log was told.
    record Edited(Place place, List<String> columns) implements Finding {}

    /// Columns say other than the text does, though the log was told of both: they were edited before it was.
    record Contradicted(Place place, List<String> columns) implements Finding {}

    /// The encrypted text is not the one that the log was told of, and which other record's it is cannot be
    /// told yet.
    record PayloadEdited(Place place) implements Finding {}

    /// The encrypted text is that of another record.
    record PayloadSwapped(Place place, Place origin) implements Finding {}

    /// The text cannot be read: its key is gone without a note, or was changed.
    record TextLost(Place place, String why) implements Finding {}

    /// The key to its text was destroyed, and no record tells of that.
    ///
    /// @param key whose it was
    record KeyDestroyed(Place place, Destroyed key) implements Finding {}

    /// The log has it, the database does not, and no period was over.
    record Deleted(Place place, RetentionClass retentionClass, Instant receivedAt) implements Finding {}

    /// The database has it, and the log was told of another record there, or of none.
    record Inserted(Place place) implements Finding {}

    /// It is stored at another position than it was given.
    record Reordered(Place place, long storedAt) implements Finding {}

    /// Its time was changed.
    record BackDated(Place place, String column, Instant logged, Instant stored) implements Finding {}

    /// It was lost when an older state of the database was restored.
    record OlderState(Place place, Instant noticedAt) implements Finding {}

    /// It was taken out of the database before the log was told of it.
    record MissingBeforeLogged(long position) implements Finding {}

    /// The log is not the one that was written.
    record LogRewritten(String why) implements Finding {}

    /// Too few witnesses say that the log is the one they know.
    record Unwitnessed(String why) implements Finding {}

    /// Records went before their period was over.
    ///
    /// @param place the record that tells of it
    record ExpiredTooEarly(
            Place place, RetentionClass retentionClass, YearMonth month, Instant expired, Instant notBefore)
            implements Finding {}

    /// Of a class and month other records are gone than expired.
    record ExpiryMiscounted(RetentionClass retentionClass, YearMonth month, long gone, long expired)
            implements Finding {}

    /// Its name.
    default String kind() {
        return getClass().getSimpleName();
    }

    /// The record, where there is one.
    default Optional<Place> where() {
        return switch (this) {
            case Edited(Place place, var _) -> Optional.of(place);
            case Contradicted(Place place, var _) -> Optional.of(place);
            case PayloadEdited(Place place) -> Optional.of(place);
            case PayloadSwapped(Place place, var _) -> Optional.of(place);
            case TextLost(Place place, var _) -> Optional.of(place);
            case KeyDestroyed(Place place, var _) -> Optional.of(place);
            case Deleted(Place place, var _, var _) -> Optional.of(place);
            case Inserted(Place place) -> Optional.of(place);
            case Reordered(Place place, var _) -> Optional.of(place);
            case BackDated(Place place, var _, var _, var _) -> Optional.of(place);
            case OlderState(Place place, var _) -> Optional.of(place);
            case MissingBeforeLogged(long position) -> Optional.of(new Place(position, ""));
            case ExpiredTooEarly(Place place, var _, var _, var _, var _) -> Optional.of(place);
            case LogRewritten _, Unwitnessed _, ExpiryMiscounted _ -> Optional.empty();
        };
    }

    /// What was found, for people.
    default String sentence() {
        return switch (this) {
            case Edited(Place place, List<String> columns) ->
                place + " was edited: " + String.join(", ", columns) + " is not what the evidence log was told";
            case Contradicted(Place place, List<String> columns) ->
                place + " was edited before the evidence log was told of it: " + String.join(", ", columns)
                        + " is not what its text says";
            case PayloadEdited(Place place) ->
                place + " has another encrypted text or commitment than the evidence log was told of";
            case PayloadSwapped(Place place, Place origin) -> place + " has the encrypted text of " + origin;
            case TextLost(Place place, String why) -> "the text of " + place + " cannot be read: " + why;
            case KeyDestroyed(Place place, var _) ->
                "the text of " + place + " cannot be read: its key was destroyed, and no record tells of that";
            case Deleted(Place place, RetentionClass retentionClass, Instant receivedAt) ->
                place + " (" + retentionClass + ", received " + receivedAt + ") was deleted, and no expiry covers it";
            case Inserted(Place place) -> place + " was inserted: it was not given that position";
            case Reordered(Place place, long storedAt) -> place + " was moved to position " + storedAt;
            case BackDated(Place place, String column, Instant logged, Instant stored) ->
                place + " was back-dated: its " + column + " was " + logged + " and is now " + stored;
            case OlderState(Place place, Instant noticedAt) ->
                place + " was lost with an older state of the database, noticed " + noticedAt;
            case MissingBeforeLogged(long position) ->
                "the record at position " + position + " vanished before the evidence log was told of it";
            case LogRewritten(String why) -> "the evidence log was rewritten or damaged: " + why;
            case Unwitnessed(String why) -> "the evidence log is not confirmed by its witnesses: " + why;
            case ExpiredTooEarly(
                    Place place,
                    RetentionClass retentionClass,
                    YearMonth month,
                    Instant expired,
                    Instant notBefore) ->
                place + " tells that " + retentionClass + " of " + month + " expired on " + expired
                        + ", before its period was over on " + notBefore;
            case ExpiryMiscounted(RetentionClass retentionClass, YearMonth month, long gone, long expired) ->
                "of " + retentionClass + " of " + month + " " + gone + " records are gone, but " + expired + " expired";
        };
    }
}
