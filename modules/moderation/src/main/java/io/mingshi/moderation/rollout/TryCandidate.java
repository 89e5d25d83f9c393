package io.mingshi.moderation.rollout;

import static io.mingshi.moderation.ModerationProblem.ALREADY_APPROVED;
import static io.mingshi.moderation.ModerationProblem.NO_SUCH_CANDIDATE;
import static io.mingshi.moderation.ModerationProblem.OWN_PROPOSAL;
import static io.mingshi.moderation.ModerationProblem.PROPOSAL_INCOMPLETE;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.ShadowLibrary;
import io.mingshi.moderation.Library;
import io.mingshi.moderation.Shadows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Has a candidate tried on a part of the live texts, at the gateways, where it decides nothing.
@ApplicationScoped
public class TryCandidate implements Shadows {
    private final Library library;
    private final Candidates candidates;

    TryCandidate(Library library, Candidates candidates) {
        this.library = library;
        this.candidates = candidates;
    }

    /// Another person than its proposer lets it see live texts; whoever proposed it may end the trial.
    ///
    /// @param percent 0 ends the trial
    @Transactional
    public void on(String id, int percent, PersonId by) {
        if (percent < 0 || percent > 100) {
            throw PROPOSAL_INCOMPLETE.with("a candidate is tried on 0 to 100 percent of the texts");
        }
        Candidate candidate =
                candidates.findForChange(id).orElseThrow(() -> NO_SUCH_CANDIDATE.with("no candidate has this id"));
        if (candidate.state() != Candidate.State.OPEN) {
            throw ALREADY_APPROVED.with("this candidate is decided already and not tried any more");
        }
        if (percent > 0 && candidate.proposer().equals(by)) {
            throw OWN_PROPOSAL.with("you proposed this: another reviewer or an officer has to try it on live texts");
        }
        candidates.shadow(id, percent);
    }

    @Override
    @Transactional
    public ShadowLibrary current() {
        long version = library.current().version();
        return candidates
                .inShadow()
                .map(tried -> new ShadowLibrary(
                        tried.candidate().id(),
                        tried.percent(),
                        tried.candidate().appliedTo(library.entries(version), version + 1)))
                .orElse(ShadowLibrary.NONE);
    }
}
