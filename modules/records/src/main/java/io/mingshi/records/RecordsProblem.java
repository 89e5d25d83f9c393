package io.mingshi.records;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;

/// How `records` can refuse.
public enum RecordsProblem implements Problem {
    NO_RECORD_OF_WORK("Nothing is recorded about this work", Kind.NOT_FOUND),
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
