package io.mingshi.identity;

import static io.mingshi.identity.IdentityProblem.AUTHORITY_UNREACHABLE;
import static io.mingshi.identity.IdentityProblem.NOT_CONFIRMED;
import static io.mingshi.identity.IdentityProblem.REGISTRATION_PAUSED;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.contracts.governance.Pauses;
import io.mingshi.identity.Authority.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Proves a person's real identity: the pause, local checks, then the authority, then the record.
///
/// No transaction is open while the authority is asked. Whatever does not end in a match grants nothing and is told as
/// a fact. [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class VerifyIdentity {
    private final Pauses pauses;
    private final Authority authority;
    private final RecordVerification record;
    private final Clock clock;

    VerifyIdentity(Pauses pauses, Authority authority, RecordVerification record, Clock clock) {
        this.pauses = pauses;
        this.authority = authority;
        this.record = record;
        this.clock = clock;
    }

    /// What a person sends to be verified; only the fields that the method needs are read.
    public record Request(
            Method method,
            @Nullable String name,
            @Nullable String number,
            @Nullable String mobile,
            @Nullable String creditCode) {
        /// Hides everything but the method, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Request[" + method + "]";
        }
    }

    /// @throws ProblemException the problem of the check that failed
    public Identity.Proven verify(PersonId person, Request request) {
        notPaused(person, request.method());
        Claim claim = claim(person, request);
        record.permit(person, claim);
        Answer answer = ask(person, claim);
        return switch (answer.result()) {
            case MATCH -> record.proven(person, claim, answer.reference());
            case MISMATCH, NO_RECORD -> {
                record.failed(person, claim.method(), answer.result().name());
                // the same words in both cases: nobody learns here whether a number was issued
                throw NOT_CONFIRMED.with("name and numbers were not confirmed to belong together:"
                        + " compare them with the document and try again");
            }
        };
    }

    /// While registration is paused by order nobody is proven anew, nor when it cannot be learned whether it is.
    ///
    /// [DSP-21](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    private void notPaused(PersonId person, Method method) {
        try {
            if (pauses.paused(PauseScope.REGISTRATION)) {
                throw REGISTRATION_PAUSED.with(
                        "registration is paused by order; GET /api/governance/pauses says since when");
            }
        } catch (ProblemException e) {
            record.failed(person, method, e.problem().name());
            throw e;
        }
    }

    private Claim claim(PersonId person, Request request) {
        try {
            return Claim.of(
                    request.method(),
                    request.name(),
                    request.number(),
                    request.mobile(),
                    request.creditCode(),
                    LocalDate.now(clock));
        } catch (ProblemException e) {
            record.failed(person, request.method(), e.problem().name());
            throw e;
        }
    }

    private Answer ask(PersonId person, Claim claim) {
        try {
            return authority.check(claim);
        } catch (ProblemException e) {
            record.failed(person, claim.method(), AUTHORITY_UNREACHABLE.name());
            throw e;
        }
    }
}
