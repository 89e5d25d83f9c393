package io.mingshi.moderation;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;

/// Everything for which a change of the feature library is refused.
public enum ModerationProblem implements Problem {
    PROPOSAL_INCOMPLETE("A proposal lacks something", Kind.INVALID),
    CATEGORY_UNKNOWN("There is no such kind of risk", Kind.INVALID),
    TERM_UNUSABLE("A term cannot be searched for", Kind.INVALID),
    ALREADY_LISTED("A term is in the library already", Kind.CONFLICT),
    NO_SUCH_ENTRY("The library in force has no such entry", Kind.NOT_FOUND),
    NO_SUCH_VERSION("The library never had this version", Kind.NOT_FOUND),
    NO_SUCH_PROPOSAL("There is no such proposal", Kind.NOT_FOUND),
    ALREADY_APPROVED("A proposal is approved already", Kind.CONFLICT),
    OWN_PROPOSAL("Nobody approves their own proposal", Kind.FORBIDDEN),
    LAST_ENTRY("A library without entries would screen nothing", Kind.CONFLICT);

    private final String title;
    private final Kind kind;

    ModerationProblem(String title, Kind kind) {
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
