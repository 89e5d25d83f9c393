package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.VisitorAnswer;
import io.mingshi.contracts.identity.VisitorChecks;
import io.mingshi.contracts.identity.VisitorChild;
import io.mingshi.contracts.identity.VisitorDoor;
import io.mingshi.contracts.identity.VisitorMobile;
import io.mingshi.contracts.identity.VisitorProof;
import io.mingshi.contracts.identity.VisitorTicket;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers the question of other modules who a visitor without an account is.
@Path("/api/identity/visitor-checks")
@RunOnVirtualThread
class VisitorCheckResource {
    private static final int MAX_CHARACTERS = 200;
    private static final int MAX_CREDENTIAL = 4096;

    private final Callers callers;
    private final VisitorChecks checks;

    VisitorCheckResource(Callers callers, VisitorChecks checks) {
        this.callers = callers;
        this.checks = checks;
    }

    /// A [VisitorDoor] as it may arrive.
    record Door(
            @Nullable String link,
            @Nullable String address,
            @Nullable Boolean withdrawing) {
        static VisitorDoor of(@Nullable Door door) {
            return new VisitorDoor(
                    given(door == null ? null : door.link, "door.link"),
                    given(door == null ? null : door.address, "door.address"),
                    door != null && Boolean.TRUE.equals(door.withdrawing));
        }
    }

    /// A [VisitorProof] as it may arrive.
    record Body(
            @Nullable String method,
            @Nullable String name,
            @Nullable String number,
            @Nullable String birthDate,
            @Nullable String mobile,
            @Nullable String code,
            @Nullable String credential,
            @Nullable String challenge,
            @Nullable PersonId counterpart,
            @Nullable Door door) {
        VisitorProof proof() {
            bounded(MAX_CHARACTERS, method, name, number, birthDate, mobile, code, challenge);
            bounded(MAX_CREDENTIAL, credential);
            return new VisitorProof(
                    given(method, "method"),
                    name,
                    number,
                    birthDate,
                    mobile,
                    code,
                    credential,
                    challenge,
                    given(counterpart, "counterpart"),
                    Door.of(door));
        }

        /// Hides everything but the method, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Body[" + method + "]";
        }
    }

    /// A [VisitorChild] as it may arrive.
    record Child(
            @Nullable String name,
            @Nullable String number,
            @Nullable String birthDate,
            @Nullable PersonId counterpart) {
        VisitorChild child() {
            bounded(MAX_CHARACTERS, name, number, birthDate);
            return new VisitorChild(
                    given(name, "name"), given(number, "number"), birthDate, given(counterpart, "counterpart"));
        }

        /// Hides everything, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Child[hidden]";
        }
    }

    /// A [VisitorMobile] as it may arrive.
    record Mobile(@Nullable String mobile, @Nullable Door door) {
        VisitorMobile mobileNumber() {
            bounded(MAX_CHARACTERS, mobile);
            return new VisitorMobile(given(mobile, "mobile"), Door.of(door));
        }

        /// Hides the number, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Mobile[hidden]";
        }
    }

    @POST
    public VisitorAnswer check(@Nullable Body body) {
        callers.with(Role.SERVICE);
        return checks.check(given(body, "method").proof());
    }

    @POST
    @Path("/children")
    public VisitorAnswer recognise(@Nullable Child body) {
        callers.with(Role.SERVICE);
        return checks.recognise(given(body, "number").child());
    }

    /// The answer is the same for every number.
    @POST
    @Path("/mobile-codes")
    public VisitorTicket sendCode(@Nullable Mobile body) {
        callers.with(Role.SERVICE);
        return checks.sendCode(given(body, "mobile").mobileNumber());
    }

    @POST
    @Path("/national-challenges")
    public VisitorTicket challenge(@Nullable Door body) {
        callers.with(Role.SERVICE);
        return checks.challenge(Door.of(body));
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw MALFORMED_REQUEST.with("the field " + field + " is missing");
        }
        return value;
    }

    private static void bounded(int most, @Nullable String... fields) {
        if (Stream.of(fields).filter(Objects::nonNull).anyMatch(field -> field.length() > most)) {
            throw MALFORMED_REQUEST.with("a field has at most " + most + " characters");
        }
    }
}
