package io.mingshi.consent.visit;

import io.mingshi.consent.Consent;
import io.mingshi.consent.ConsentFacts;
import io.mingshi.contracts.event.ConsentEvent.VisitorErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Erases what is kept of a visitor at that person's wish.
///
/// What proves that and what they answered is kept on, for storage only: nothing may be done with it any more,
/// and it is what shows that nothing was done without consent. [PIPL-47,
/// 69](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class ForgetVisitor {
    private final LinkSteps steps;
    private final AnswerVisit answers;
    private final Visits visits;
    private final ConsentFacts facts;
    private final Clock clock;

    ForgetVisitor(LinkSteps steps, AnswerVisit answers, Visits visits, ConsentFacts facts, Clock clock) {
        this.steps = steps;
        this.answers = answers;
        this.visits = visits;
        this.facts = facts;
        this.clock = clock;
    }

    /// What is kept of whoever has this page open.
    ///
    /// @param visit null once it was erased
    public record Kept(Consent consent, @Nullable Visit visit) {}

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_VISIT`
    @Transactional
    public Kept kept(String token, String secret) {
        Visit visit = steps.visit(token, secret, clock.instant());
        return new Kept(steps.consent(visit), visit);
    }

    /// Takes back a yes, leaves a no where nothing was answered, and deletes the rest.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_VISIT`
    @Transactional
    public Kept forget(String token, String secret) {
        Visit visit = steps.visit(token, secret, clock.instant());
        Consent stays = switch (steps.consent(visit)) {
            case Consent.Active _ -> answers.withdraw(token, secret);
            case Consent.Requested _ -> answers.refuse(token, secret);
            case Consent.Refused refused -> refused;
            case Consent.Withdrawn withdrawn -> withdrawn;
            case Consent.Lapsed lapsed -> lapsed;
        };
        visits.forget(visit.terms().id());
        facts.publish(new VisitorErased(visit.terms().id(), visit.visitor().depicted(), clock.instant()));
        return new Kept(stays, null);
    }
}
