package io.mingshi.moderation.takedown;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.moderation.Content;
import io.mingshi.moderation.Proposal;
import io.mingshi.moderation.ProposeChange;
import io.mingshi.moderation.Reasons;
import io.mingshi.moderation.statement.Statement.Detected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// What is found to be unlawful later is stopped by one deed: the work goes, its re-upload is blocked, a rule
/// against the next one is proposed, and the authority hears of it.
///
/// [GAI-14](http://www.cac.gov.cn/2023-07/13/c_1690898327029107.htm)
@ApplicationScoped
@Transactional
public class StopContent {
    private final TakeDown takeDown;
    private final ProposeChange propose;

    StopContent(TakeDown takeDown, ProposeChange propose) {
        this.takeDown = takeDown;
        this.propose = propose;
    }

    /// A term that the library is to have.
    public record Rule(String category, String term) {}

    /// @param proposal what waits for another person's approval; empty when no rule was given
    public record Done(TakeDown.Done takedown, Optional<String> proposal) {}

    /// All of it, or nothing.
    ///
    /// @throws io.mingshi.contracts.ProblemException as of the takedown and of the proposal
    public Done stop(ProduceId work, Reasons reasons, Optional<Rule> rule, PersonId by) {
        var takedown = takeDown.order(work, reasons, Detected.BY_STAFF, by);
        String source = "takedown " + takedown.takedown().decision();
        Optional<Proposal> proposal = rule.map(wanted ->
                propose.add(Content.ofTerm(wanted.category(), wanted.term()), cut(reasons.reason()), source, by));
        return new Done(takedown, proposal.map(Proposal::id));
    }

    /// A proposal has a shorter reason than a decision.
    private static String cut(String reason) {
        int longest = 1_000;
        return reason.length() <= longest ? reason : reason.substring(0, longest);
    }
}
