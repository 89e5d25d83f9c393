package io.mingshi.labeling.messaging;

import io.mingshi.contracts.event.ModerationEvent.TakedownOrdered;
import io.mingshi.contracts.event.ModerationEvent.TakedownRevoked;
import io.mingshi.labeling.TakenDown;
import io.mingshi.labeling.TakenDown.Traces;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Notes which works were taken down, and which came back.
@ApplicationScoped
class Takedowns {
    private static final String CHANNEL = "labeling-moderation";

    private final LabelingInbox inbox;
    private final TakenDown works;

    Takedowns(LabelingInbox inbox, TakenDown works) {
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
                    switch (event) {
                        case TakedownOrdered ordered ->
                            works.add(
                                    ordered.decision(),
                                    ordered.work().value(),
                                    new Traces(ordered.contentHash(), ordered.watermark(), ordered.fingerprint()));
                        case TakedownRevoked revoked -> works.remove(revoked.decision());
                        default -> {} // other facts take nothing down
                    }
                }));
    }
}
