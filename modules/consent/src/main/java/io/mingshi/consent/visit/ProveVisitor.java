package io.mingshi.consent.visit;

import static io.mingshi.consent.ConsentProblem.CHILD_EXPECTED;
import static io.mingshi.consent.ConsentProblem.GUARDIAN_NEEDED;
import static io.mingshi.consent.ConsentProblem.IDENTITY_NOT_PROVEN;
import static io.mingshi.consent.ConsentProblem.OWN_INVITATION;

import io.mingshi.consent.Consent;
import io.mingshi.consent.Guardian;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Likeness;
import io.mingshi.contracts.identity.VisitorAnswer;
import io.mingshi.contracts.identity.VisitorChecks;
import io.mingshi.contracts.identity.VisitorChild;
import io.mingshi.contracts.identity.VisitorDoor;
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

    /// Nobody answers their own request, nor one about their own child.
    ///
    /// @param child whom the visitor is guardian of; null when the visitor is depicted
    /// @param address where the request came from
    Visitor prove(Consent asked, IdentityClaim visitor, IdentityClaim.@Nullable Document child, String address) {
        PersonId requester = asked.terms().requester();
        VisitorStanding came = standing(checks.check(proof(visitor, requester, PrepareVisit.door(asked, address))));
        if (came.guardianUntil() != null) {
            throw GUARDIAN_NEEDED.with(
                    "you are under 14: a parent or other guardian has to open this link, verify their"
                            + " own identity and name you");
        }
        if (!came.assurance().proven()) {
            throw IDENTITY_NOT_PROVEN.with("your identity was not proven: try again, or use another method");
        }
        notTheRequester(asked, came.counterpart(), came);
        return child == null
                ? visitor(came.person(), null, came.counterpart(), came)
                : guardian(asked, came, standing(checks.recognise(named(child, requester))));
    }

    private static Visitor guardian(Consent asked, VisitorStanding came, VisitorStanding depicted) {
        Instant until = depicted.guardianUntil();
        if (until == null) {
            throw CHILD_EXPECTED.with("the depicted person is 14 or older and answers for themselves");
        }
        if (came.minor()) {
            throw GUARDIAN_NEEDED.with("a guardian is of age: a parent or other guardian has to answer");
        }
        notTheRequester(asked, depicted.counterpart(), came);
        Likeness requester = depicted.counterpart() == Likeness.SAME ? Likeness.SAME : came.counterpart();
        return visitor(depicted.person(), new Guardian(came.person(), until), requester, came);
    }

    private static Visitor visitor(
            PersonId depicted, @Nullable Guardian guardian, Likeness requester, VisitorStanding came) {
        return new Visitor(
                depicted,
                guardian,
                came.assurance(),
                came.possession(),
                requester,
                came.reference(),
                came.verifiedAt());
    }

    /// Told to the person alone: whoever only knows somebody's numbers would find out who the requester is.
    /// Such a visitor is told nothing, and [AnswerVisit#grant] takes no yes.
    /// Whoever comes back to take an answer back is never turned away: two people may share name and birth date.
    private static void notTheRequester(Consent asked, Likeness likeness, VisitorStanding came) {
        if (asked instanceof Consent.Requested && likeness == Likeness.SAME && came.possession()) {
            throw OWN_INVITATION.with("you asked for this consent: send the link to the depicted person");
        }
    }

    private static VisitorProof proof(IdentityClaim claim, PersonId requester, VisitorDoor door) {
        return switch (claim) {
            case IdentityClaim.Document(var name, var number, var birthDate) ->
                new VisitorProof(claim.method(), name, number, birthDate, null, null, null, null, requester, door);
            case IdentityClaim.Mobile(var document, var mobile, var code) ->
                new VisitorProof(
                        claim.method(),
                        document.name(),
                        document.number(),
                        document.birthDate(),
                        mobile,
                        code,
                        null,
                        null,
                        requester,
                        door);
            case IdentityClaim.National(var credential, var challenge) ->
                new VisitorProof(claim.method(), null, null, null, null, null, credential, challenge, requester, door);
        };
    }

    private static VisitorChild named(IdentityClaim.Document child, PersonId requester) {
        return new VisitorChild(child.name(), child.number(), child.birthDate(), requester);
    }

    private static VisitorStanding standing(VisitorAnswer answer) {
        VisitorStanding standing = answer.standing();
        if (standing != null) {
            return standing;
        }
        var refusal = answer.refusal();
        throw refusal == null ? IDENTITY_NOT_PROVEN.with("the identity was not proven") : Refusal.of(refusal);
    }
}
