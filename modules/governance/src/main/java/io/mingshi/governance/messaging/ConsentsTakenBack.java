package io.mingshi.governance.messaging;

import io.mingshi.contracts.event.ConsentEvent.ConsentWithdrawn;
import io.mingshi.governance.DisableDerived;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Puts models out of use that were made under a consent which the person took back.
@ApplicationScoped
class ConsentsTakenBack {
    private static final String CHANNEL = "governance-consent";

    private final GovernanceInbox inbox;
    private final DisableDerived disable;

    ConsentsTakenBack(GovernanceInbox inbox, DisableDerived disable) {
        this.inbox = inbox;
        this.disable = disable;
    }

    @Incoming(CHANNEL)
    @Blocking
    void on(String cloudEvent) {
        inbox.receive(
                CHANNEL,
                cloudEvent,
                received -> received.event().ifPresent(event -> {
                    if (event instanceof ConsentWithdrawn withdrawn) {
                        disable.withdrawn(withdrawn.consent(), withdrawn.withdrawnAt());
                    }
                }));
    }
}
