package io.mingshi.gateway.messaging;

import io.mingshi.contracts.event.ModerationEvent.ReviewDecided;
import io.mingshi.gateway.held.HeldWorks;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Releases or refuses what was held, as a person decided.
@ApplicationScoped
class ReviewDecisions {
    private static final String CHANNEL = "gateway-reviews";

    private final GatewayInbox inbox;
    private final HeldWorks held;

    ReviewDecisions(GatewayInbox inbox, HeldWorks held) {
        this.inbox = inbox;
        this.held = held;
    }

    @Incoming(CHANNEL)
    @Blocking
    void on(String cloudEvent) {
        inbox.receive(
                CHANNEL,
                cloudEvent,
                received -> received.event().ifPresent(event -> {
                    if (event instanceof ReviewDecided decided) {
                        held.decide(decided.review(), decided.released(), decided.at());
                    }
                }));
    }
}
