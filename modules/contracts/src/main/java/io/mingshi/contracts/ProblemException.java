package io.mingshi.contracts;

/// The only exception that modules throw on purpose: a [Problem] and the detail of this occurrence.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final String detail;

    ProblemException(Problem problem, String detail) {
        super(problem.name() + ": " + detail);
        this.problem = problem;
        this.detail = detail;
    }

    public Problem problem() {
        return problem;
    }

    public String detail() {
        return detail;
    }
}
