package io.mingshi.localstack.process;

/// Everything that can go wrong while the stack starts and runs; each becomes one line that names a part and a remedy.
public enum StackProblem {
    ANOTHER_STACK_RUNS("another one is running"),
    BUSY_PORT("port is taken"),
    DISK_FULL("disk is full"),
    MISSING_TOOL("a tool is missing"),
    NOT_BUILT("not built"),
    PART_CRASHED("part crashed"),
    PART_NOT_READY("part did not become ready"),
    NOT_RUNNING("nothing runs"),
    UNREADABLE_STATE("state cannot be read");

    private final String title;

    StackProblem(String title) {
        this.title = title;
    }

    /// Returns the fixed, short name of this problem.
    public String title() {
        return title;
    }

    /// Returns an exception of this problem with a sentence that says what is wrong and what to do.
    public StackFailure with(String sentence) {
        return new StackFailure(this, sentence);
    }
}
