package io.mingshi.moderation;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;

/// Everything for which a change of the feature library is refused.
public enum ModerationProblem implements Problem {
    PROPOSAL_INCOMPLETE("A proposal lacks something", Kind.INVALID),
    CATEGORY_UNKNOWN("There is no such kind of risk", Kind.INVALID),
    TERM_UNUSABLE("A term cannot be searched for", Kind.INVALID),
    NO_SUCH_CANDIDATE("There is no such candidate", Kind.NOT_FOUND),
    BANK_UNUSABLE("A bank of questions lacks something", Kind.INVALID),
    BANK_INSUFFICIENT("A bank of questions is too small", Kind.CONFLICT),
    NO_SUCH_BANK("There is no such bank of questions", Kind.NOT_FOUND),
    NO_SUCH_EVALUATION("There is no such evaluation", Kind.NOT_FOUND),
    NO_SUCH_QUESTION("The sample has no such question", Kind.NOT_FOUND),
    EVALUATION_INCOMPLETE("An evaluation is not complete", Kind.CONFLICT),
    EVALUATION_OVER("An evaluation has its report already", Kind.CONFLICT),
    OWN_ANNOTATION("Nobody reviews their own annotation", Kind.FORBIDDEN),
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
