package io.mingshi.labeling;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;

/// How `labeling` can refuse.
public enum LabelingProblem implements Problem {
    FILE_NEEDED("There is no file", Kind.INVALID),
    FILE_TOO_LARGE("The file is too large", Kind.TOO_LARGE),
    DECLARATION_NEEDED("It was not said whether the file is synthetic", Kind.INVALID),
    INTAKE_UNDECIDED("The file could not be read, so that it may not be spread", Kind.CONFLICT),
    CONTENT_TAKEN_DOWN("The file is a work that was taken down", Kind.BLOCKED),
    NOT_LABELLED("The file could not be labelled", Kind.INVALID),
    NUMBER_TAKEN("Another file has this number", Kind.CONFLICT),
    NO_PROVIDER_CODE("This service has no provider code to label with", Kind.UNAVAILABLE),
    TOO_MANY_VERIFICATIONS("Too many files are being read at once", Kind.TOO_MANY);

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
