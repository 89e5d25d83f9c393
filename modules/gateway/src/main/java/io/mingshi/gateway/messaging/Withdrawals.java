package io.mingshi.gateway.messaging;

import io.mingshi.contracts.event.ConsentEvent.ConsentWithdrawn;
import io.mingshi.gateway.work.Withdrawn;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hides what was made under a consent that the depicted person took back.
@ApplicationScoped
class Withdrawals {
    private static final String CHANNEL = "gateway-consent";

    private final GatewayInbox inbox;
    private final Withdrawn works;

    Withdrawals(GatewayInbox inbox, Withdrawn works) {
        this.inbox = inbox;
        this.works = works;
    }

    @Incoming(CHANNEL)
    @Blocking
    void on(String cloudEvent) {
        inbox.receive(
                CHANNEL,
                cloudEvent,
                received -> received.event().ifPresent(event -> {
                    if (event instanceof ConsentWithdrawn withdrawn) {
                        works.hideMadeUnder(withdrawn.consent(), withdrawn.withdrawnAt());
                    }
                }));
    }
}
