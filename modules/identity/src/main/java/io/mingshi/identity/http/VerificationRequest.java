package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.identity.Method;
import io.mingshi.identity.VerifyIdentity;
import org.jspecify.annotations.Nullable;

record VerificationRequest(
        @Nullable String method,
        @Nullable String name,
        @Nullable String number,
        @Nullable String mobile,
        @Nullable String creditCode) {
    static VerifyIdentity.Request checked(@Nullable VerificationRequest body) {
        if (body == null) {
            throw MALFORMED_REQUEST.with("the body is missing: send JSON with method, name and the method's numbers");
        }
        return new VerifyIdentity.Request(
                Choice.of(Method.class, "method", body.method), body.name, body.number, body.mobile, body.creditCode);
    }

    /// Hides everything but the method, so that a log line cannot show it.
    @Override
    public String toString() {
        return "VerificationRequest[" + method + "]";
    }
}
