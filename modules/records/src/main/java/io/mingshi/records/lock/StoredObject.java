package io.mingshi.records.lock;

import static io.mingshi.records.RecordsProblem.ARCHIVE_DAMAGED;

import io.mingshi.records.Archive.ObjectKey;
import io.mingshi.records.Protection;
import io.mingshi.records.Protection.Locked;
import io.mingshi.records.Protection.Unlocked;
import io.minio.StatObjectResponse;
import io.minio.messages.RetentionMode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// What the store says about one object.
///
/// @param key with the version that was seen
/// @param held whether it is under legal hold
record StoredObject(ObjectKey key, long size, Protection protection, boolean held) {
    static StoredObject of(ObjectKey key, StatObjectResponse answer) {
        boolean held = answer.lockLegalHold() != null && answer.lockLegalHold().status();
        return new StoredObject(
                new ObjectKey(key.name(), answer.versionId()), answer.size(), protection(key, answer, held), held);
    }

    /// Only mode `COMPLIANCE` counts: the other one gives way to whoever has the right to bypass.
    private static Protection protection(ObjectKey key, StatObjectResponse answer, boolean held) {
        var until = answer.lockRetainUntilDate();
        if (answer.lockMode() == RetentionMode.COMPLIANCE && until != null) {
            return new Locked(until.toInstant(), held);
        }
        return new Unlocked(
                promised(key, answer.userMetadata().getFirst(Upload.RETAIN_UNTIL)),
                "the store reports no retention in mode COMPLIANCE");
    }

    private static Instant promised(ObjectKey key, @Nullable String until) {
        if (until == null) {
            throw ARCHIVE_DAMAGED.with(key.name() + " does not say until when it must be kept: it is none of ours");
        }
        try {
            return Instant.parse(until);
        } catch (DateTimeParseException e) {
            throw ARCHIVE_DAMAGED.with(key.name() + " does not say until when it must be kept: somebody changed it");
        }
    }
}
