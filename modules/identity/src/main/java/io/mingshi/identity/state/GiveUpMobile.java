package io.mingshi.identity.state;

import static io.mingshi.identity.IdentityProblem.NOTHING_PROVEN;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.IdentityEvent.PersonalDataCorrected;
import io.mingshi.contracts.event.IdentityEvent.VerificationEnded;
import io.mingshi.identity.Confirmations;
import io.mingshi.identity.Identities;
import io.mingshi.identity.IdentityFacts;
import io.mingshi.identity.Method;
import io.mingshi.identity.Mobiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// A person no longer has the mobile number that was proven: it is forgotten, and what it proved ends.
@ApplicationScoped
public class GiveUpMobile {
    private static final String CAUSE = "MOBILE_GIVEN_UP";

    private final Identities identities;
    private final Mobiles mobiles;
    private final Confirmations confirmations;
    private final IdentityFacts facts;
    private final Clock clock;

    GiveUpMobile(
            Identities identities, Mobiles mobiles, Confirmations confirmations, IdentityFacts facts, Clock clock) {
        this.identities = identities;
        this.mobiles = mobiles;
        this.confirmations = confirmations;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public void giveUp(PersonId person) {
        identities.findForChange(person);
        if (!mobiles.forget(person)) {
            throw NOTHING_PROVEN.with("no mobile number is kept of this account");
        }
        Instant now = clock.instant();
        confirmations.end(person, Method.MOBILE, CAUSE, now);
        facts.publish(new VerificationEnded(person, Method.MOBILE.name(), CAUSE, now));
        facts.publish(new PersonalDataCorrected(person, List.of("mobile"), now));
    }
}
