package io.mingshi.moderation.messaging;

import io.mingshi.contracts.event.GatewayEvent.RequestRefused;
import io.mingshi.moderation.Refusals;
import io.mingshi.moderation.RefusedGeneration;
import io.mingshi.servicekit.event.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Keeps, for the reviewers, the refusals that screening caused; the gateway's other facts do not concern them.
///
/// The refused content is not kept here; rule, person and library are.
/// [DSP-6](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
class RefusalsOfGateway {
    private static final String CHANNEL = "moderation-gateway";

    private final ModerationInbox inbox;
    private final Refusals refusals;

    RefusalsOfGateway(ModerationInbox inbox, Refusals refusals) {
        this.inbox = inbox;
        this.refusals = refusals;
    }

    @Incoming(CHANNEL)
    @Blocking
    void on(String cloudEvent) {
        inbox.receive(CHANNEL, cloudEvent, this::keep);
    }

    private void keep(Received received) {
        if (received.event().orElse(null) instanceof RequestRefused refused && refused.screening() != null) {
            refusals.keep(new RefusedGeneration(
                    received.envelope().id(),
                    refused.admission(),
                    refused.person(),
                    refused.model(),
                    refused.problem(),
                    refused.screening(),
                    refused.inputHash(),
                    refused.refusedAt()));
        }
    }
}
