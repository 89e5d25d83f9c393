package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.identity.Method;
import io.mingshi.identity.VerifyIdentity;
import io.mingshi.identity.number.NumberKind;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

record VerificationRequest(
        @Nullable String method,
        @Nullable String document,
        @Nullable String name,
        @Nullable String number,
        @Nullable String birthDate,
        @Nullable String mobile,
        @Nullable String code,
        @Nullable String creditCode,
        @Nullable String credential,
        @Nullable String challenge) {
    private static final int MAX_CHARACTERS = 200;
    private static final int MAX_CREDENTIAL = 4096;

    static VerifyIdentity.Request checked(@Nullable VerificationRequest body) {
        if (body == null) {
            throw MALFORMED_REQUEST.with("the body is missing: send JSON with method, name and the method's numbers");
        }
        Method method = Choice.of(Method.class, "method", body.method);
        body.notEndless();
        return new VerifyIdentity.Request(
                method,
                body.document == null ? null : Choice.of(NumberKind.class, "document", body.document),
                body.name,
                body.number,
                body.birthDate,
                body.mobile,
                body.code,
                body.creditCode,
                body.credential,
                body.challenge);
    }

    private void notEndless() {
        boolean endless = Stream.of(name, number, birthDate, mobile, code, creditCode, challenge)
                .anyMatch(field -> field != null && field.length() > MAX_CHARACTERS);
        if (endless || (credential != null && credential.length() > MAX_CREDENTIAL)) {
            throw MALFORMED_REQUEST.with(
                    "a field has at most " + MAX_CHARACTERS + " characters, a credential " + MAX_CREDENTIAL);
        }
    }

    /// Hides everything but the method, so that a log line cannot show it.
    @Override
    public String toString() {
        return "VerificationRequest[" + method + "]";
    }
}
