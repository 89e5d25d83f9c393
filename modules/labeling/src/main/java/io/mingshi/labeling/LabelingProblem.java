package io.mingshi.labeling;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;

/// How `labeling` can refuse.
public enum LabelingProblem implements Problem {
    FILE_NEEDED("There is no file to verify", Kind.INVALID),
    FILE_TOO_LARGE("The file is too large", Kind.TOO_LARGE),
    TOO_MANY_VERIFICATIONS("Too many files are being verified at once", Kind.TOO_MANY);

    private final String title;
    private final Kind kind;

    LabelingProblem(String title, Kind kind) {
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
