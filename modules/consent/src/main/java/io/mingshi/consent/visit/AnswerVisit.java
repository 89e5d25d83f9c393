package io.mingshi.consent.visit;

import static io.mingshi.consent.ConsentProblem.GUARDIANSHIP_UNCHECKED;
import static io.mingshi.consent.ConsentProblem.OWN_INVITATION;
import static io.mingshi.consent.ConsentProblem.PASSCODE_NEEDED;
import static io.mingshi.consent.ConsentProblem.POSSESSION_UNCHECKED;

import io.mingshi.consent.AnswerInvitation;
import io.mingshi.consent.Answerer;
import io.mingshi.consent.Consent;
import io.mingshi.consent.WithdrawConsent;
import io.mingshi.contracts.identity.Likeness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Takes the answer of a visitor, and the withdrawal on the same page.
///
/// To say yes takes identity, something that only the person holds or an officer who looked, passcode and, for
/// a child, a guardian whom an officer found to be one; to say no or to withdraw takes the identity alone,
/// which is no step more. [PIPL-15](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class AnswerVisit {
    private final LinkSteps steps;
    private final AnswerInvitation answers;
    private final WithdrawConsent withdrawals;
    private final Clock clock;

    AnswerVisit(LinkSteps steps, AnswerInvitation answers, WithdrawConsent withdrawals, Clock clock) {
        this.steps = steps;
        this.answers = answers;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_VISIT`, `PASSCODE_NEEDED`,
    ///     `POSSESSION_UNCHECKED`, `OWN_INVITATION`, `GUARDIANSHIP_UNCHECKED` or what
    ///     [AnswerInvitation#grant] throws
    @Transactional
    public Consent.Active grant(String token, String secret, @Nullable String noticeVersion, boolean separately) {
        Visit visit = steps.visit(token, secret, clock.instant());
        Challenge.Passed passed = visit.challenge().passed();
        if (passed == null) {
            throw PASSCODE_NEEDED.with("repeat the three words of your passcode first");
        }
        if (!(visit.possession() instanceof Visit.Possession.Shown
                || visit.possession() instanceof Visit.Possession.Found)) {
            throw POSSESSION_UNCHECKED.with(
                    "an officer first finds out that it is you, by the number of the check on this"
                            + " page; or verify yourself by mobile number");
        }
        // once it is known who came, and not before: it says who the requester is
        if (visit.visitor().requester() == Likeness.SAME) {
            throw OWN_INVITATION.with("you asked for this consent: send the link to the depicted person");
        }
        if (visit.awaitsGuardianship()) {
            throw GUARDIANSHIP_UNCHECKED.with(
                    "an officer first checks that you are the child's guardian: come back to this link later");
        }
        return answers.grant(answerer(visit, passed.by().name()), token, noticeVersion, separately);
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_VISIT` or what [AnswerInvitation#refuse] throws
    @Transactional
    public Consent.Refused refuse(String token, String secret) {
        Visit visit = steps.visit(token, secret, clock.instant());
        return answers.refuse(answerer(visit, "none"), token);
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_VISIT` or what [WithdrawConsent#withdraw] throws
    @Transactional
    public Consent.Withdrawn withdraw(String token, String secret) {
        Visit visit = steps.visit(token, secret, clock.instant());
        return withdrawals.withdraw(visit.visitor().depicted(), visit.terms().id());
    }

    /// The consent as it stands, for the person to whom the link belongs.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_VISIT`
    @Transactional
    public Consent consent(String token, String secret) {
        return steps.consent(steps.visit(token, secret, clock.instant()));
    }

    private static Answerer answerer(Visit visit, String challenge) {
        Visitor visitor = visit.visitor();
        String proof = "%s by the identity authority's check %s at %s; possession: %s; requester: %s; challenge: %s"
                .formatted(
                        visitor.assurance(),
                        visitor.reference(),
                        visitor.verifiedAt(),
                        possession(visit),
                        visitor.requester(),
                        challenge);
        return new Answerer(visitor.depicted(), visitor.guardian(), proof);
    }

    private static String possession(Visit visit) {
        return switch (visit.possession()) {
            case Visit.Possession.Shown _ -> "by " + visit.visitor().assurance();
            case Visit.Possession.Awaited _, Visit.Possession.Unasked _ -> "none";
            case Visit.Possession.Found found -> "found by an officer at " + found.at();
        };
    }
}
