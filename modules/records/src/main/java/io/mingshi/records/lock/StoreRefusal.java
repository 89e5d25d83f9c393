package io.mingshi.records.lock;

import io.minio.errors.ErrorResponseException;
import java.util.Objects;

/// The store has understood what it was asked, and says no.
final class StoreRefusal extends Exception {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_MESSAGE = 200;
    private static final int NOT_FOUND = 404;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;
    private static final int NOT_IMPLEMENTED = 501;

    private final int status;

    StoreRefusal(ErrorResponseException answer) {
        super(text(answer), answer);
        this.status = answer.response().code();
    }

    /// Whether an answer is one: a store in trouble has not refused anything.
    static boolean is(ErrorResponseException answer) {
        int status = answer.response().code();
        return status == NOT_IMPLEMENTED || (status / 100 == 4 && status != TIMED_OUT && status != TOO_MANY);
    }

    boolean isNotFound() {
        return status == NOT_FOUND;
    }

    boolean isNotOffered() {
        return status == NOT_IMPLEMENTED;
    }

    /// Status, code and message, such as `403 AccessDenied: forbidden by object lock`.
    String text() {
        return Objects.requireNonNull(getMessage());
    }

    private static String text(ErrorResponseException answer) {
        String code = Objects.requireNonNullElse(answer.errorResponse().code(), "");
        String message = Objects.requireNonNullElse(answer.errorResponse().message(), "");
        String all = answer.response().code() + " " + code + (message.isEmpty() ? "" : ": " + message);
        return all.substring(0, Math.min(all.length(), LONGEST_MESSAGE)).strip();
    }
}
