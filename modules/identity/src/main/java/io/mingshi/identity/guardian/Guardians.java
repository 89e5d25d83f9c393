package io.mingshi.identity.guardian;

import static io.mingshi.identity.IdentityProblem.NOTICE_OUTDATED;
import static io.mingshi.identity.IdentityProblem.NOT_A_GUARDIAN;
import static io.mingshi.identity.IdentityProblem.NO_SUCH_GUARDIANSHIP;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.IdentityEvent.GuardianConsented;
import io.mingshi.contracts.event.IdentityEvent.GuardianWithdrew;
import io.mingshi.contracts.identity.AgeGroup;
import io.mingshi.identity.Identities;
import io.mingshi.identity.IdentityFacts;
import io.mingshi.identity.guardian.Guardianship.Relation;
import io.mingshi.servicekit.id.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A child asks, a guardian consents and may take it back; each counts from its commit.
///
/// [PIPL-31](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm). That somebody is the guardian is
/// declared, not proven: no authority answers that question for private providers.
@ApplicationScoped
public class Guardians {
    /// How long a child's request waits.
    public static final Duration VALIDITY = Duration.ofDays(7);

    private final Guardianships guardianships;
    private final Identities identities;
    private final GuardianNotice notice;
    private final IdentityFacts facts;
    private final Clock clock;

    Guardians(
            Guardianships guardianships,
            Identities identities,
            GuardianNotice notice,
            IdentityFacts facts,
            Clock clock) {
        this.guardianships = guardianships;
        this.identities = identities;
        this.notice = notice;
        this.facts = facts;
        this.clock = clock;
    }

    /// @return the link that the child gives to the guardian; it is shown this once
    @Transactional
    public String ask(PersonId child) {
        Instant now = clock.instant();
        String link = Secrets.next();
        guardianships.add(
                new Guardianship(Secrets.next(), child, now, now.plus(VALIDITY), null, null, null, null, null), link);
        return link;
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_GUARDIANSHIP`, the same whether the link is
    /// wrong, used or too old
    @Transactional
    public Guardianship open(String link) {
        return guardianships
                .byLink(link)
                .filter(request -> request.isOpen(clock.instant()))
                .orElseThrow(() -> NO_SUCH_GUARDIANSHIP.with(
                        "this link is wrong, used or too old: let the child ask" + " for a new one"));
    }

    /// @param noticeVersion which notice the guardian was shown
    @Transactional
    public Guardianship consent(PersonId guardian, String link, Relation relation, String noticeVersion) {
        Guardianship request = open(link);
        if (!notice.version().equals(noticeVersion)) {
            throw NOTICE_OUTDATED.with("the notice has changed to version " + notice.version() + ": read it first");
        }
        if (request.child().equals(guardian) || !isOfAge(guardian)) {
            throw NOT_A_GUARDIAN.with("a guardian is another person, of age and verified: verify yourself first");
        }
        Guardianship given = request.consented(guardian, relation, noticeVersion, clock.instant());
        guardianships.keep(given);
        facts.publish(new GuardianConsented(given.child(), guardian, noticeVersion, clock.instant()));
        return given;
    }

    /// From the commit on a child under 14 stands at nothing.
    @Transactional
    public void withdraw(PersonId guardian, String id) {
        Guardianship given = guardianships
                .byId(id)
                .filter(one -> guardian.equals(one.guardian()))
                .orElseThrow(() -> NO_SUCH_GUARDIANSHIP.with("you gave no consent with the id " + id));
        if (given.isInForce()) {
            guardianships.keep(given.withdrawn(clock.instant()));
            facts.publish(new GuardianWithdrew(given.child(), guardian, clock.instant()));
        }
    }

    @Transactional
    public List<Guardianship> of(PersonId person) {
        return guardianships.of(person);
    }

    /// Nobody erases the guardian until the consent is kept.
    private boolean isOfAge(PersonId guardian) {
        return identities.findForChange(guardian).standing(clock).ageGroup() == AgeGroup.ADULT;
    }
}
