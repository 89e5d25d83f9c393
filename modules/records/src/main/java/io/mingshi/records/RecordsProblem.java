package io.mingshi.records;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;

/// How `records` can refuse.
public enum RecordsProblem implements Problem {
    NO_RECORD_OF_WORK("Nothing is recorded about this work", Kind.NOT_FOUND),
    NO_SUCH_VERIFICATION("There is no such verification", Kind.NOT_FOUND),
    VERIFICATION_RUNNING("A verification is running", Kind.CONFLICT),
    NO_SUCH_RECONCILIATION("There is no such reconciliation", Kind.NOT_FOUND),
    RECONCILIATION_RUNNING("A reconciliation is running", Kind.CONFLICT),
    REPORT_PERIOD_INVALID("There is no report on this period", Kind.INVALID),
    KEYS_UNUSABLE("The keys of the records cannot be used", Kind.UNAVAILABLE),
    EVIDENCE_UNAVAILABLE("The evidence log cannot be read", Kind.UNAVAILABLE),
    ARCHIVE_UNAVAILABLE("The object store of the archive cannot be used", Kind.UNAVAILABLE),
    ARCHIVE_DAMAGED("The content does not have the hash it should have", Kind.INTERNAL),
    ARCHIVE_NAME_TAKEN("Another object of the archive has this name", Kind.CONFLICT),
    ARCHIVE_RETAINED("The object of the archive must still be kept", Kind.CONFLICT),
    NO_SUCH_ARCHIVE_OBJECT("There is no such object in the archive", Kind.NOT_FOUND),
    OBJECT_LOCK_MISSING("The object store does not lock objects", Kind.UNAVAILABLE),
    RETENTION_INVALID("The archive cannot keep the object until this time", Kind.INVALID),
    RETENTION_NOT_CONFIRMED("The object store has not confirmed that it locks the object", Kind.UNAVAILABLE),
    NOT_ARCHIVED("The archive does not have the record", Kind.NOT_FOUND),
    MINIMUM_NOT_OVER("The minimum period is not over", Kind.CONFLICT),
    NOTHING_KEPT("Nothing of this class and month is kept", Kind.NOT_FOUND),
    NOT_A_PERSON("This is no person", Kind.INVALID),
    NO_SUCH_HOLD("There is no such legal hold", Kind.NOT_FOUND),
    HOLD_INCOMPLETE("The legal hold is incomplete", Kind.INVALID),
    HOLD_STATE("The legal hold is not that far", Kind.CONFLICT),
    SECOND_OFFICER("A second officer must decide", Kind.FORBIDDEN),
    NO_SUCH_BREACH("There is no such breach", Kind.NOT_FOUND),
    BREACH_INCOMPLETE("The breach notice is incomplete", Kind.INVALID),
    EXPORT_INVALID("This export cannot be ordered", Kind.INVALID),
    EXPORT_NEEDS_ANOTHER_OFFICER("Another officer must approve", Kind.FORBIDDEN),
    EXPORT_NOT_READY("The export is not in a state for this", Kind.CONFLICT),
    NO_SUCH_EXPORT("There is no such export", Kind.NOT_FOUND),
    INVALID_SEARCH("This cannot be looked up", Kind.INVALID),
    NO_SUCH_RECORD("There is no such record", Kind.NOT_FOUND),
    NO_SUCH_LOG_OBJECT("The evidence log has no such object", Kind.NOT_FOUND),
    NO_SUCH_PERSON_READ("There is no such request", Kind.NOT_FOUND),
    PERSON_READ_INCOMPLETE("The request is incomplete", Kind.INVALID),
    PERSON_READ_DECIDED("The request was decided already", Kind.CONFLICT),
    SECOND_PERSON_NEEDED("Another officer must decide", Kind.FORBIDDEN),
    PERSON_READ_NOT_ALLOWED("This person's records may not be read", Kind.FORBIDDEN);

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
