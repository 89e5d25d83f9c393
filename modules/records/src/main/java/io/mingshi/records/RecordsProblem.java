package io.mingshi.records;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;

/// How `records` can refuse.
public enum RecordsProblem implements Problem {
    NO_RECORD_OF_WORK("Nothing is recorded about this work", Kind.NOT_FOUND),
    INVALID_SEARCH("This cannot be looked up", Kind.INVALID),
    NO_SUCH_RECORD("There is no such record", Kind.NOT_FOUND),
    NO_SUCH_LOG_OBJECT("The evidence log has no such object", Kind.NOT_FOUND),
    NO_SUCH_PERSON_READ("There is no such request", Kind.NOT_FOUND),
    PERSON_READ_INCOMPLETE("The request is incomplete", Kind.INVALID),
    PERSON_READ_DECIDED("The request was decided already", Kind.CONFLICT),
    SECOND_PERSON_NEEDED("Another officer must decide", Kind.FORBIDDEN),
    PERSON_READ_NOT_ALLOWED("This person's records may not be read", Kind.FORBIDDEN),
    EVIDENCE_UNAVAILABLE("The evidence log cannot be read", Kind.UNAVAILABLE);

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
