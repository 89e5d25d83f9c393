package io.mingshi.consent;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Comparisons;
import io.mingshi.contracts.identity.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Takes the answer of somebody who is logged in, after `identity` was asked who that is; no transaction may be open.
@ApplicationScoped
public class AnswerWithAccount {
    private final Standings standings;
    private final Comparisons comparisons;
    private final DepictionPolicy policy;
    private final ReadConsents consents;
    private final AnswerInvitation answers;

    AnswerWithAccount(
            Standings standings,
            Comparisons comparisons,
            DepictionPolicy policy,
            ReadConsents consents,
            AnswerInvitation answers) {
        this.standings = standings;
        this.comparisons = comparisons;
        this.policy = policy;
        this.consents = consents;
        this.answers = answers;
    }

    /// @param noticeVersion the version of the notice on which the person decided
    /// @param separately true when the person consented to this alone, by an action of its own
    /// @throws io.mingshi.contracts.ProblemException `NOT_VERIFIED`, `PUBLIC_FIGURE`, or what
    ///     [VerifiedPerson#asGranting] and [AnswerInvitation#grant] throw
    public Consent.Active grant(PersonId account, String token, @Nullable String noticeVersion, boolean separately) {
        Terms terms = consents.invitation(token).terms();
        Answerer answerer = VerifiedPerson.of(account, standings).asGranting(terms.requester(), comparisons);
        notListed(account, terms.id());
        return answers.grant(answerer, token, noticeVersion, separately);
    }

    /// @throws io.mingshi.contracts.ProblemException `NOT_VERIFIED`, or what [VerifiedPerson#asDepicted] and
    ///     [AnswerInvitation#refuse] throw
    public Consent.Refused refuse(PersonId account, String token) {
        Terms terms = consents.invitation(token).terms();
        return answers.refuse(VerifiedPerson.of(account, standings).asDepicted(terms.requester(), comparisons), token);
    }

    /// Whom the national service proved has no name here, which nothing can be compared with.
    private void notListed(PersonId account, ConsentId id) {
        comparisons.nameMark(account).ifPresent(mark -> policy.admitMarked(id, mark));
    }
}
