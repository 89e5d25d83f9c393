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
