package io.mingshi.records;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;

/// How `records` can refuse.
public enum RecordsProblem implements Problem {
    NO_RECORD_OF_WORK("Nothing is recorded about this work", Kind.NOT_FOUND),
    EVIDENCE_UNAVAILABLE("The evidence log cannot be read", Kind.UNAVAILABLE),
    ARCHIVE_UNAVAILABLE("The object store of the archive cannot be used", Kind.UNAVAILABLE),
    ARCHIVE_DAMAGED("The content does not have the hash it should have", Kind.INTERNAL),
    ARCHIVE_NAME_TAKEN("Another object of the archive has this name", Kind.CONFLICT),
    ARCHIVE_RETAINED("The object of the archive must still be kept", Kind.CONFLICT),
    NO_SUCH_ARCHIVE_OBJECT("There is no such object in the archive", Kind.NOT_FOUND),
    OBJECT_LOCK_MISSING("The object store does not lock objects", Kind.UNAVAILABLE),
    RETENTION_INVALID("The archive cannot keep the object until this time", Kind.INVALID),
    RETENTION_NOT_CONFIRMED("The object store has not confirmed that it locks the object", Kind.UNAVAILABLE);

    private final String title;
    private final Kind kind;

    RecordsProblem(String title, Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
