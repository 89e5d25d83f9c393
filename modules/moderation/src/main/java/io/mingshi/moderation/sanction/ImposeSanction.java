package io.mingshi.moderation.sanction;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ModerationEvent.SanctionImposed;
import io.mingshi.contracts.moderation.SanctionKind;
import io.mingshi.moderation.AbuseRule;
import io.mingshi.moderation.ModerationFacts;
import io.mingshi.moderation.second.TwoPeople;
import io.mingshi.moderation.statement.IssueStatement;
import io.mingshi.moderation.statement.IssueStatement.Because;
import io.mingshi.moderation.statement.IssueStatement.Restricted;
import io.mingshi.moderation.statement.Restriction;
import io.mingshi.moderation.statement.Statement.Detected;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes a step of the ladder against an account, with its statement of reasons.
///
/// [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm),
/// [GAI-14](http://www.cac.gov.cn/2023-07/13/c_1690898327029107.htm)
@ApplicationScoped
@Transactional
public class ImposeSanction {
    private final SanctionLedger sanctions;
    private final ModerationFacts facts;
    private final IssueStatement statements;
    private final Ids ids;
    private final Clock clock;

    ImposeSanction(SanctionLedger sanctions, ModerationFacts facts, IssueStatement statements, Ids ids, Clock clock) {
        this.sanctions = sanctions;
        this.facts = facts;
        this.statements = statements;
        this.ids = ids;
        this.clock = clock;
    }

    /// Takes every step but the last, which two people take.
    ///
    /// @throws io.mingshi.contracts.ProblemException `OWN_ITEM`, `SANCTION_TERM`
    public Sanction impose(Wanted wanted, PersonId by) {
        TwoPeople.requireOther(wanted.person(), by);
        if (wanted.kind() == SanctionKind.CLOSURE) {
            throw new IllegalArgumentException("two people close an account");
        }
        return enter(wanted, by, null, Detected.BY_STAFF);
    }

    /// Takes a step that the published rule on abuse takes by itself.
    Sanction imposeByRule(Wanted wanted) {
        return enter(wanted, AbuseRule.PLATFORM, null, Detected.AUTOMATICALLY);
    }

    /// Takes the last step, which two people took.
    Sanction close(Wanted wanted, PersonId by, PersonId second) {
        return enter(wanted, by, second, Detected.BY_STAFF);
    }

    private Sanction enter(Wanted wanted, PersonId by, @Nullable PersonId second, Detected detected) {
        Instant now = clock.instant();
        var sanction = new Sanction(
                ids.next(), wanted.person(), wanted.kind(), wanted.reasons(), now, wanted.end(now), by, second, null);
        sanctions.add(sanction);
        facts.publish(new SanctionImposed(
                sanction.person(),
                sanction.number(),
                sanction.kind(),
                sanction.reasons().reason(),
                sanction.reasons().evidence(),
                sanction.until(),
                Optional.ofNullable(second).orElse(by),
                now));
        statements.issue(
                new Restricted(
                        sanction.person(),
                        Restriction.of(sanction.kind()),
                        sanction.number(),
                        null,
                        null,
                        sanction.until()),
                new Because(sanction.reasons().policy(), null, factsOf(sanction), detected, by, second));
        return sanction;
    }

    private static String factsOf(Sanction sanction) {
        return sanction.reasons().reason() + " ("
                + String.join("; ", sanction.reasons().evidence()) + ")";
    }
}
