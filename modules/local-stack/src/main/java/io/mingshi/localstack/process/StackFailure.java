package io.mingshi.localstack.process;

/// The one exception of this module: a problem and the sentence for the person at the terminal.
public final class StackFailure extends RuntimeException {
    private final StackProblem problem;

    StackFailure(StackProblem problem, String sentence) {
        super(sentence);
        this.problem = problem;
    }

    /// Returns what kind of problem this is.
    public StackProblem problem() {
        return problem;
    }

    /// Returns the sentence for the person at the terminal.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
