package io.mingshi.labeling.messaging;

import io.mingshi.contracts.event.GatewayEvent.WorkRecorded;
import io.mingshi.labeling.Knowledge;
import io.mingshi.labeling.OwnWorks;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Notes the works that the gateway recorded.
@ApplicationScoped
class GatewayWorks {
    private static final String CHANNEL = "labeling-gateway";

    private final LabelingInbox inbox;
    private final OwnWorks works;
    private final Knowledge knowledge;

    GatewayWorks(LabelingInbox inbox, OwnWorks works, Knowledge knowledge) {
        this.inbox = inbox;
        this.works = works;
        this.knowledge = knowledge;
    }

    @Incoming(CHANNEL)
    @Blocking
    void on(String cloudEvent) {
        inbox.receive(
                CHANNEL,
                cloudEvent,
                received -> received.event().ifPresent(event -> {
                    if (event instanceof WorkRecorded work) {
                        String number = work.work().value();
                        works.add(number, knowledge.watermarkOf(number), Optional.empty());
                    }
                }));
    }
}
