package io.mingshi.gateway.messaging;

import io.mingshi.contracts.event.ComplaintEvent.ComplaintResolved;
import io.mingshi.contracts.event.Event;
import io.mingshi.contracts.event.ModerationEvent.TakedownOrdered;
import io.mingshi.contracts.event.ModerationEvent.TakedownRevoked;
import io.mingshi.gateway.work.WorkLedger;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes down what was ordered to be taken down, and serves again what two people gave back.
///
/// The state of the work is all there is to change: from the commit on it is not served, its links are dead,
/// and its
/// re-upload is known. [CSL-49](https://www.cac.gov.cn/2025-12/29/c_1768735112911946.htm)
@ApplicationScoped
class Takedowns {
    private static final String COMPLAINTS = "gateway-complaints";
    private static final String MODERATION = "gateway-takedowns";

    private final GatewayInbox inbox;
    private final WorkLedger works;

    Takedowns(GatewayInbox inbox, WorkLedger works) {
        this.inbox = inbox;
        this.works = works;
    }

    @Incoming(COMPLAINTS)
    @Blocking
    void onComplaint(String cloudEvent) {
        inbox.receive(COMPLAINTS, cloudEvent, received -> received.event().ifPresent(this::apply));
    }

    @Incoming(MODERATION)
    @Blocking
    void onModeration(String cloudEvent) {
        inbox.receive(MODERATION, cloudEvent, received -> received.event().ifPresent(this::apply));
    }

    private void apply(Event event) {
        switch (event) {
            case ComplaintResolved resolved -> {
                if (resolved.takedown() && resolved.work() != null) {
                    works.takeDown(resolved.work(), "complaint " + resolved.ticket());
                }
            }
            case TakedownOrdered ordered -> works.takeDown(ordered.work(), "decision " + ordered.decision());
            case TakedownRevoked revoked -> works.restore(revoked.work(), "decision " + revoked.decision());
            default -> {} // other facts take nothing down
        }
    }
}
