package io.mingshi.gateway.messaging;

import io.mingshi.contracts.event.ComplaintEvent.ComplaintResolved;
import io.mingshi.gateway.work.WorkLedger;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes works down whose complaint was found right.
@ApplicationScoped
class Takedowns {
    private static final String CHANNEL = "gateway-complaints";

    private final GatewayInbox inbox;
    private final WorkLedger works;

    Takedowns(GatewayInbox inbox, WorkLedger works) {
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
                    if (event instanceof ComplaintResolved resolved && resolved.takedown() && resolved.work() != null) {
                        works.takeDown(resolved.work(), "complaint " + resolved.ticket());
                    }
                }));
    }
}
