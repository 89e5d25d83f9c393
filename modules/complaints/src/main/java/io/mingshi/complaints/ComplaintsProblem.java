package io.mingshi.complaints;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;

/// How `complaints` can refuse.
public enum ComplaintsProblem implements Problem {
    REASON_NEEDED("A complaint needs a reason", Kind.INVALID),
    FIELD_TOO_LONG("A field is too long", Kind.INVALID),
    UNKNOWN_MATTER("This kind of matter is not known", Kind.INVALID),
    FILE_TOO_LARGE("The file is too large", Kind.TOO_LARGE),
    TOO_MANY_COMPLAINTS("Too many complaints arrive at once", Kind.TOO_MANY),
    NO_SUCH_TICKET("There is no such ticket", Kind.NOT_FOUND),
    RESULT_NEEDED("A ticket closes only with a result", Kind.INVALID),
    TAKEDOWN_NOT_POSSIBLE("This complaint cannot lead to a takedown", Kind.INVALID),
    APPEAL_NOT_POSSIBLE("There is nothing to appeal against", Kind.NOT_FOUND),
    APPEAL_WAITS("The appeal waits already", Kind.CONFLICT),
    DECIDER_DECIDES("An appeal is decided by somebody else", Kind.FORBIDDEN),
    ALREADY_RESOLVED("The ticket is already resolved", Kind.CONFLICT);

    private final String title;
    private final Kind kind;

    ComplaintsProblem(String title, Kind kind) {
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
