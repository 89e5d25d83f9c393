package io.mingshi.records.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that the object store and the records do not agree on.
sealed interface Discrepancy {
    /// Content that no record tells of: it was put there around the chain of admission, screening and label.
    record ObjectWithoutRecord(String object, Instant modified) implements Discrepancy {}

    /// A recorded work whose content is not there.
    record ObjectMissing(String work, String object) implements Discrepancy {}

    /// A recorded work whose content has other bytes than were recorded.
    record ObjectDiffers(String work, String object, String found) implements Discrepancy {}

    /// A record of a work whose content hash is none.
    record HashMalformed(String work, String recorded) implements Discrepancy {}

    /// A work that was delivered and of which no record tells what it is.
    record DeliveredWithoutRecord(String work) implements Discrepancy {}

    /// Its name.
    default String kind() {
        return getClass().getSimpleName();
    }

    /// The work, where one is known.
    default @Nullable String work() {
        return switch (this) {
            case ObjectWithoutRecord _ -> null;
            case ObjectMissing(String work, var _) -> work;
            case ObjectDiffers(String work, var _, var _) -> work;
            case HashMalformed(String work, var _) -> work;
            case DeliveredWithoutRecord(String work) -> work;
        };
    }

    /// The object, where one is known.
    default @Nullable String object() {
        return switch (this) {
            case ObjectWithoutRecord(String object, var _) -> object;
            case ObjectMissing missing -> missing.object();
            case ObjectDiffers differs -> differs.object();
            case HashMalformed _, DeliveredWithoutRecord _ -> null;
        };
    }

    /// What was found, for people.
    default String sentence() {
        return switch (this) {
            case ObjectWithoutRecord(String object, Instant modified) ->
                "object " + object + ", written " + modified + ", is not the content of any recorded work";
            case ObjectMissing(String work, String object) ->
                "the content of work " + work + ", object " + object + ", is missing";
            case ObjectDiffers(String work, String object, String found) ->
                "the content of work " + work + ", object " + object + ", was changed: its SHA-256 is " + found;
            case HashMalformed(String work, String recorded) ->
                "the record of work " + work + " has a content hash that is none: " + recorded;
            case DeliveredWithoutRecord(String work) ->
                "work " + work + " was delivered, but no record tells what it is";
        };
    }
}
