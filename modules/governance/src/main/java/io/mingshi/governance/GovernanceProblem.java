package io.mingshi.governance;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;

/// Everything for which governance refuses.
public enum GovernanceProblem implements Problem {
    REGISTRATION_INCOMPLETE("A registration lacks something", Kind.INVALID),
    CAPABILITY_UNKNOWN("There is no such capability", Kind.INVALID),
    NOT_FILED("A model has no real filing number", Kind.INVALID),
    ASSESSMENT_MISSING("A model has no dated security assessment", Kind.INVALID),
    ASSESSMENT_IN_FUTURE("A security assessment has not happened yet", Kind.INVALID),
    ASSESSMENT_OVERDUE("A security assessment is too old", Kind.CONFLICT),
    REVIEW_INCOMPLETE("A review lacks something", Kind.INVALID),
    REVIEW_MISSING("A model's version has no approved review in force", Kind.CONFLICT),
    REVIEW_DECIDED("A review was decided already", Kind.CONFLICT),
    SAME_REVIEWER("A review needs another person's approval", Kind.FORBIDDEN),
    NO_SUCH_MODEL_REVIEW("There is no such review", Kind.NOT_FOUND),
    COMPONENT_INCOMPLETE("A component's registration lacks something", Kind.INVALID),
    REASON_MISSING("A pause has no reason", Kind.INVALID),
    SCOPE_UNKNOWN("There is no such part of the service to pause", Kind.NOT_FOUND),
    NOT_PAUSED("This part of the service is not paused", Kind.NOT_FOUND),
    DERIVATION_INCOMPLETE("What a model was made from is not stated as needed", Kind.INVALID),
    WAIVER_INCOMPLETE("A waiver lacks something", Kind.INVALID),
    NO_SUCH_WAIVER("There is no such waiver in force", Kind.NOT_FOUND),
    NO_SUCH_DOCUMENT("There is no such published document", Kind.NOT_FOUND);

    private final String title;
    private final Kind kind;

    GovernanceProblem(String title, Kind kind) {
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
