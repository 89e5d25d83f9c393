package io.mingshi.identity;

import static io.mingshi.identity.IdentityProblem.NOT_CONFIRMED;
import static io.mingshi.identity.IdentityProblem.REGISTRATION_PAUSED;
import static io.mingshi.identity.IdentityProblem.TOO_OFTEN;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.contracts.governance.Pauses;
import io.mingshi.identity.Allowances.Take;
import io.mingshi.identity.Attempts.Purse;
import io.mingshi.identity.Settlement.Answered;
import io.mingshi.identity.number.NumberKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Proves a person's real identity: the pause, local checks, then the authority, then the record.
///
/// No transaction is open while the authority is asked. Whatever does not end in a match grants nothing and
/// is told as a fact. [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class VerifyIdentity {
    private final Pauses pauses;
    private final Allowances allowances;
    private final Authority authority;
    private final Attempts attempts;
    private final RecordVerification record;

    VerifyIdentity(
            Pauses pauses, Allowances allowances, Authority authority, Attempts attempts, RecordVerification record) {
        this.pauses = pauses;
        this.allowances = allowances;
        this.authority = authority;
        this.attempts = attempts;
        this.record = record;
    }

    /// What a person sends to be verified; only the fields that the method needs are read.
    ///
    /// @param document which kind the number is of; null when the number tells
    /// @param birthDate of a document that does not tell it, as YYYY-MM-DD
    /// @param code that was sent to the mobile number
    /// @param credential of the national service, made for `challenge`
    public record Request(
            Method method,
            @Nullable NumberKind document,
            @Nullable String name,
            @Nullable String number,
            @Nullable String birthDate,
            @Nullable String mobile,
            @Nullable String code,
            @Nullable String creditCode,
            @Nullable String credential,
            @Nullable String challenge) {
        /// Hides everything but the method, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Request[" + method + "]";
        }
    }

    /// @throws ProblemException the problem of the check that failed
    public Identity.Proven verify(PersonId person, Request request, Origin origin) {
        notTooOften(person, origin);
        Claim claim = told(person, request.method(), () -> {
            notPaused();
            return record.permitted(person, request);
        });
        told(person, request.method(), () -> record.held(person, claim, request.code()));
        Answered answered = told(person, request.method(), () -> ask(person, claim));
        Optional<Identity.Proven> proven = switch (answered.answer().result()) {
            case MATCH -> told(person, request.method(), () -> record.proven(person, claim, answered));
            case MISMATCH, NO_RECORD -> {
                record.refused(person, claim.method(), answered);
                yield Optional.empty();
            }
        };
        // the same words in every case: nobody learns here whether a number was issued, or who else is proven with it
        return proven.orElseThrow(() -> NOT_CONFIRMED.with("what was given was not confirmed to belong together, or is"
                + " proven on " + Identities.MAX_ACCOUNTS_PER_IDENTITY
                + " other accounts already: compare it with the document, or erase another account"));
    }

    private void notTooOften(PersonId person, Origin origin) {
        boolean allowed = allowances.takeAll(
                new Take(Allowance.VERIFICATIONS_OF_PERSON, person.value()),
                new Take(Allowance.VERIFICATIONS_OF_DEVICE, origin.device()),
                new Take(Allowance.VERIFICATIONS_OF_ADDRESS, origin.address()));
        if (!allowed) {
            throw TOO_OFTEN.with(
                    "too many verifications were tried from this account, device or address:" + " try again tomorrow");
        }
    }

    /// While registration is paused by order nobody is proven anew, nor when it cannot be learned whether
    /// it is.
    ///
    /// [DSP-21](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    private void notPaused() {
        if (pauses.paused(PauseScope.REGISTRATION)) {
            throw REGISTRATION_PAUSED.with(
                    "registration is paused by order; GET /api/governance/pauses says since when");
        }
    }

    private Answered ask(PersonId person, Claim claim) {
        String key = attempts.begin(person, claim, Purse.ACCOUNTS);
        return new Answered(authority.check(claim, key), key);
    }

    /// Whatever is refused on the way is told as a fact.
    private void told(PersonId person, Method method, Runnable step) {
        told(person, method, () -> {
            step.run();
            return person;
        });
    }

    private <T> T told(PersonId person, Method method, Supplier<T> step) {
        try {
            return step.get();
        } catch (ProblemException e) {
            record.failed(person, method, e.problem().name());
            throw e;
        }
    }
}
