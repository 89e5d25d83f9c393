package io.mingshi.consent;

import static io.mingshi.consent.ConsentProblem.NO_SUCH_CONSENT;
import static io.mingshi.consent.ConsentProblem.SCOPE_WRONG;
import static io.mingshi.consent.ConsentProblem.TOO_MANY_REQUESTS;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.event.ConsentEvent.ConsentRequested;
import io.mingshi.contracts.event.ConsentEvent.RequesterPrompted;
import io.mingshi.servicekit.id.Ids;
import io.mingshi.servicekit.id.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Asks a depicted person for consent, and prompts the requester to inform that person.
///
/// The prompt is part of every request and is kept with it.
/// [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class RequestConsent {
    /// Days; a consent for longer must be asked for anew. A policy of ours.
    public static final int MAX_DAYS = 365;

    /// How many requests a requester may make in a day, so that nobody is besieged with them. A policy of ours.
    public static final int MAX_A_DAY = 200;

    private final Consents consents;
    private final ConsentFacts facts;
    private final Handler handler;
    private final Ids ids;
    private final Clock clock;

    RequestConsent(Consents consents, ConsentFacts facts, Handler handler, Ids ids, Clock clock) {
        this.consents = consents;
        this.facts = facts;
        this.handler = handler;
        this.ids = ids;
        this.clock = clock;
    }

    /// What the requester gets to pass on.
    ///
    /// @param token opens the invitation; it is shown this once and cannot be had again
    public record Invitation(ConsentId consent, String token, Reminder reminder) {}

    /// @param admitted the person, of whom the policy lets ask
    /// @param days how long the consent is to hold, 1 to [#MAX_DAYS]
    /// @throws io.mingshi.contracts.ProblemException `SCOPE_WRONG` or `TOO_MANY_REQUESTS`
    @Transactional
    public Invitation request(VerifiedPerson requester, DepictionPolicy.Admitted admitted, Scope scope, int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw SCOPE_WRONG.with("state a period of 1 to " + MAX_DAYS + " days");
        }
        Instant now = clock.instant();
        if (consents.askedSince(requester.id(), now.minus(Duration.ofDays(1))) >= MAX_A_DAY) {
            throw TOO_MANY_REQUESTS.with("you asked for " + MAX_A_DAY + " consents within a day: try again tomorrow");
        }
        var terms = new Terms(
                new ConsentId(ids.next()),
                requester.id(),
                scope,
                handler,
                Notice.CURRENT,
                now,
                now.plus(Duration.ofDays(days)));
        var invitation = new Invitation(terms.id(), Secrets.next(), new Reminder(Reminder.TEXT, now));
        consents.add(new Consent.Requested(terms), invitation.token(), admitted.name());
        facts.publish(fact(terms));
        prompted(terms, invitation.reminder());
        return invitation;
    }

    /// Shows the prompt to inform the depicted person once more, as each time that the requester passes the link on.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_CONSENT` for anybody but the requester
    @Transactional
    public Reminder remind(PersonId requester, ConsentId id) {
        Terms terms = consents.find(id)
                .map(Consent::terms)
                .filter(asked -> asked.requester().equals(requester))
                .orElseThrow(() -> NO_SUCH_CONSENT.with("you asked for no consent with this id"));
        var reminder = new Reminder(Reminder.TEXT, clock.instant());
        prompted(terms, reminder);
        return reminder;
    }

    private void prompted(Terms terms, Reminder reminder) {
        consents.add(terms, reminder);
        facts.publish(
                new RequesterPrompted(terms.id(), terms.requester(), Sha256.of(reminder.text()), reminder.shownAt()));
    }

    private static ConsentRequested fact(Terms terms) {
        return new ConsentRequested(
                terms.id(),
                terms.requester(),
                terms.scope().modalities(),
                terms.scope().models(),
                terms.scope().purpose(),
                terms.validUntil(),
                terms.noticeVersion(),
                terms.requestedAt(),
                terms.scope().audience());
    }
}
