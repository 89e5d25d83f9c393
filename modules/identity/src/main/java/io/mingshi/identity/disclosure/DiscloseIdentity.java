package io.mingshi.identity.disclosure;

import static io.mingshi.identity.IdentityProblem.DISCLOSURE_CLOSED;
import static io.mingshi.identity.IdentityProblem.NOTHING_PROVEN;
import static io.mingshi.identity.IdentityProblem.NO_SUCH_DISCLOSURE;
import static io.mingshi.identity.IdentityProblem.SAME_OFFICER;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.IdentityEvent.DisclosureDecided;
import io.mingshi.contracts.event.IdentityEvent.DisclosureRequested;
import io.mingshi.contracts.event.IdentityEvent.IdentityDisclosed;
import io.mingshi.identity.Identities;
import io.mingshi.identity.Identity;
import io.mingshi.identity.IdentityFacts;
import io.mingshi.identity.disclosure.Disclosure.Decision;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Shows a real identity to an officer whom a second officer allowed it, once; nobody alone learns who
/// somebody is.
///
/// The same way leads to the data of minors, for which access needs approval and is logged: Regulations on
/// the Network Protection of Minors, art. 36. What the national service proved has no name to show.
@ApplicationScoped
public class DiscloseIdentity {
    private final Disclosures disclosures;
    private final Identities identities;
    private final IdentityFacts facts;
    private final Ids ids;
    private final Clock clock;

    DiscloseIdentity(Disclosures disclosures, Identities identities, IdentityFacts facts, Ids ids, Clock clock) {
        this.disclosures = disclosures;
        this.identities = identities;
        this.facts = facts;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Disclosure request(PersonId officer, PersonId person, String caseNumber, String reason) {
        proven(person);
        Instant now = clock.instant();
        var request = new Disclosure(ids.next(), person, officer, caseNumber, reason, now, null, null);
        disclosures.add(request);
        facts.publish(new DisclosureRequested(person, request.id(), officer, caseNumber, reason, now));
        return request;
    }

    /// @param officer another one than who asked, and not the person whose identity it is
    @Transactional
    public Disclosure decide(PersonId officer, String id, boolean approve, String reason) {
        Disclosure request = found(id);
        if (officer.equals(request.officer()) || officer.equals(request.person())) {
            throw SAME_OFFICER.with("another officer decides: who asked, and whose identity it is, cannot");
        }
        Instant now = clock.instant();
        if (!request.isUndecided(now)) {
            throw DISCLOSURE_CLOSED.with("this disclosure was decided already, or waited longer than "
                    + Disclosure.WAITS.toDays() + " days: ask anew");
        }
        Disclosure decided = request.decided(new Decision(officer, approve, reason, now));
        disclosures.keep(decided);
        facts.publish(new DisclosureDecided(request.person(), id, officer, approve, reason, now));
        return decided;
    }

    /// @param officer who asked
    @Transactional
    public Identity.Proven read(PersonId officer, String id) {
        Disclosure approved = found(id);
        if (!officer.equals(approved.officer())) {
            throw NO_SUCH_DISCLOSURE.with("you asked for no disclosure with the id " + id);
        }
        Instant now = clock.instant();
        if (!approved.isReadable(now)) {
            throw DISCLOSURE_CLOSED.with("this disclosure is not approved, was read already, or was approved more than "
                    + Disclosure.READABLE.toHours() + " hours ago: ask anew");
        }
        Identity.Proven proven = proven(approved.person());
        disclosures.keep(approved.shown(now));
        facts.publish(new IdentityDisclosed(approved.person(), id, officer, now));
        return proven;
    }

    @Transactional
    public List<Disclosure> before(Instant instant, int most) {
        return disclosures.before(instant, most);
    }

    /// The disclosures of a person's own identity that they are told of, the latest first.
    ///
    /// [PIPL-44](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
    @Transactional
    public List<Disclosure> toldTo(PersonId person, int most) {
        return disclosures.shownOf(person, clock.instant().minus(Disclosure.TOLD_AFTER), most);
    }

    private Disclosure found(String id) {
        return disclosures.find(id).orElseThrow(() -> NO_SUCH_DISCLOSURE.with("no disclosure has the id " + id));
    }

    private Identity.Proven proven(PersonId person) {
        return switch (identities.find(person)) {
            case Identity.Proven proven -> proven;
            case Identity.StorageOnly stored -> stored.kept();
            case Identity.Unproven _, Identity.Erased _ ->
                throw NOTHING_PROVEN.with("nothing is kept of this person's identity");
        };
    }
}
