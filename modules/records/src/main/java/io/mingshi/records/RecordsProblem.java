package io.mingshi.records;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;

/// How `records` can refuse.
public enum RecordsProblem implements Problem {
    NO_RECORD_OF_WORK("Nothing is recorded about this work", Kind.NOT_FOUND),
    EXPORT_INVALID("This export cannot be ordered", Kind.INVALID),
    EXPORT_NEEDS_ANOTHER_OFFICER("Another officer must approve", Kind.FORBIDDEN),
    EXPORT_NOT_READY("The export is not in a state for this", Kind.CONFLICT),
    NO_SUCH_EXPORT("There is no such export", Kind.NOT_FOUND),
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
