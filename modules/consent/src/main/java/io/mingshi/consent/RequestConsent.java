package io.mingshi.consent;

import static io.mingshi.consent.ConsentProblem.SCOPE_WRONG;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.event.ConsentEvent.ConsentRequested;
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

    /// @param days how long the consent is to hold, 1 to [#MAX_DAYS]
    /// @throws io.mingshi.contracts.ProblemException `SCOPE_WRONG`
    @Transactional
    public Invitation request(VerifiedPerson requester, Scope scope, int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw SCOPE_WRONG.with("state a period of 1 to " + MAX_DAYS + " days");
        }
        Instant now = clock.instant();
        var terms = new Terms(
                new ConsentId(ids.next()),
                requester.id(),
                scope,
                handler,
                Notice.CURRENT,
                now,
                now.plus(Duration.ofDays(days)));
        var invitation = new Invitation(terms.id(), Secrets.next(), new Reminder(Reminder.TEXT, now));
        consents.add(new Consent.Requested(terms), invitation.token(), invitation.reminder());
        facts.publish(fact(terms));
        return invitation;
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
                terms.requestedAt());
    }
}
