package io.mingshi.contracts;

/// The failures that every module can have.
public enum CommonProblem implements Problem {
    MALFORMED_ID("An id is malformed", Kind.INVALID),
    MALFORMED_REQUEST("The request is malformed", Kind.INVALID),
    NOT_LOGGED_IN("Nobody is logged in", Kind.UNAUTHENTICATED),
    ROLE_MISSING("The caller lacks a role", Kind.FORBIDDEN),
    NOTHING_THERE("There is nothing at this address", Kind.NOT_FOUND),
    MODULE_UNREACHABLE("A module that must answer cannot be reached", Kind.UNAVAILABLE),
    INTERNAL_FAULT("Something failed on our side", Kind.INTERNAL);

    private final String title;
    private final Kind kind;

    CommonProblem(String title, Kind kind) {
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
