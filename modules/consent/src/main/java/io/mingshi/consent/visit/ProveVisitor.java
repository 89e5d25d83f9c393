package io.mingshi.consent.visit;

import static io.mingshi.consent.ConsentProblem.CHILD_EXPECTED;
import static io.mingshi.consent.ConsentProblem.GUARDIAN_NEEDED;
import static io.mingshi.consent.ConsentProblem.IDENTITY_NOT_PROVEN;
import static io.mingshi.consent.ConsentProblem.OWN_INVITATION;

import io.mingshi.consent.Guardian;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.VisitorAnswer;
import io.mingshi.contracts.identity.VisitorChecks;
import io.mingshi.contracts.identity.VisitorProof;
import io.mingshi.contracts.identity.VisitorStanding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Asks `identity` who came through a link; no transaction may be open.
@ApplicationScoped
class ProveVisitor {
    private final VisitorChecks checks;

    ProveVisitor(VisitorChecks checks) {
        this.checks = checks;
    }

    /// @param child whom the visitor is guardian of; null when the visitor is depicted
    /// @param requester whose request it is: nobody answers their own, nor for their own child
    Visitor prove(IdentityClaim visitor, @Nullable IdentityClaim child, PersonId requester, String address) {
        VisitorStanding came = standing(visitor, requester, address);
        if (came.isCounterpart()) {
            throw OWN_INVITATION.with("you asked for this consent: send the link to the depicted person");
        }
        if (child == null) {
            return visitor(came.person(), null, came, true);
        }
        VisitorStanding depicted = standing(child, requester, address);
        Instant until = depicted.guardianUntil();
        if (until == null) {
            throw CHILD_EXPECTED.with("the depicted person is 14 or older and answers for themselves");
        }
        if (came.minor()) {
            throw GUARDIAN_NEEDED.with("a guardian is of age: a parent or other guardian has to answer");
        }
        return visitor(depicted.person(), new Guardian(came.person(), until), came, false);
    }

    private static Visitor visitor(
            PersonId depicted, @Nullable Guardian guardian, VisitorStanding came, boolean depictedCame) {
        if (depictedCame && came.guardianUntil() != null) {
            throw GUARDIAN_NEEDED.with(
                    "you are under 14: a parent or other guardian has to open this link, verify their"
                            + " own identity and name you");
        }
        if (!came.assurance().proven()) {
            throw IDENTITY_NOT_PROVEN.with("your identity was not proven: try again, or use another method");
        }
        return new Visitor(depicted, guardian, came.assurance(), came.reference(), came.verifiedAt());
    }

    private VisitorStanding standing(IdentityClaim claim, PersonId requester, String address) {
        VisitorAnswer answer = checks.check(new VisitorProof(
                claim.method(),
                claim.name(),
                claim.number(),
                claim.mobile().isEmpty() ? null : claim.mobile(),
                requester,
                address));
        VisitorStanding standing = answer.standing();
        if (standing == null) {
            String refusal = answer.refusal();
            throw IDENTITY_NOT_PROVEN.with(refusal == null ? "the identity was not proven" : refusal);
        }
        return standing;
    }
}
