package io.mingshi.identity.account;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.event.IdentityEvent.SessionsEnded;
import io.mingshi.contracts.moderation.SanctionKind;
import io.mingshi.identity.IdentityFacts;
import io.mingshi.identity.account.Accounts.Order;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Tells the login what is ordered, and all services that it is done.
///
/// An order stays until the login has confirmed it: while Keycloak is down nothing is lost, and nobody logs
/// in. A kill between the two deeds repeats the first one, which changes nothing.
/// [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
class CarryOut {
    private static final Logger LOG = Logger.getLogger(CarryOut.class);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(3);

    private final Accounts accounts;
    private final LoginAccounts login;
    private final IdentityFacts facts;
    private final Clock clock;

    CarryOut(Accounts accounts, LoginAccounts login, IdentityFacts facts, Clock clock) {
        this.accounts = accounts;
        this.login = login;
        this.facts = facts;
        this.clock = clock;
    }

    @Scheduled(every = "1s", delayed = "3s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void carryOut() {
        while (QuarkusTransaction.requiringNew().call(this::next)) {
            LOG.debug("one order was carried out at the login");
        }
    }

    /// @return whether the login took an order, so that it may take another one
    private boolean next() {
        Optional<Order> due = accounts.due(clock.instant());
        if (due.isEmpty()) {
            return false;
        }
        Order order = due.get();
        try {
            carryOut(order);
            accounts.done(order);
            return true;
        } catch (ProblemException e) {
            LOG.warnf("%s for an account is not carried out yet: %s", order.deed(), e.getMessage());
            accounts.putOff(order, clock.instant().plus(UNTIL_NEXT_TRY));
            return false;
        }
    }

    private void carryOut(Order order) {
        PersonId person = order.person();
        switch (order.deed()) {
            case SET_ACCESS -> {
                Optional<SanctionKind> rest = accounts.rest(person);
                login.setEnabled(person, rest.isEmpty());
                rest.ifPresent(kind -> endSessions(person, kind.name()));
            }
            case END_SESSIONS -> endSessions(person, order.cause());
        }
    }

    /// The instant is taken after the login confirmed: what was renewed in the meantime is refused too.
    private void endSessions(PersonId person, String cause) {
        login.endSessions(person);
        facts.publish(new SessionsEnded(person, cause, clock.instant()));
    }
}
