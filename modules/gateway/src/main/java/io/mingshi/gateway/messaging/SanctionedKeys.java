package io.mingshi.gateway.messaging;

import io.mingshi.contracts.event.Event;
import io.mingshi.contracts.event.ModerationEvent.SanctionEnded;
import io.mingshi.contracts.event.ModerationEvent.SanctionImposed;
import io.mingshi.gateway.key.KeyLedger;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Lets the keys of suspended accounts rest, and those of closed accounts end.
///
/// [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
class SanctionedKeys {
    private static final String CHANNEL = "gateway-sanctions";

    private final GatewayInbox inbox;
    private final KeyLedger keys;

    SanctionedKeys(GatewayInbox inbox, KeyLedger keys) {
        this.inbox = inbox;
        this.keys = keys;
    }

    @Incoming(CHANNEL)
    @Blocking
    void on(String cloudEvent) {
        inbox.receive(CHANNEL, cloudEvent, received -> received.event().ifPresent(this::apply));
    }

    private void apply(Event event) {
        switch (event) {
            case SanctionImposed imposed -> impose(imposed);
            case SanctionEnded ended -> keys.wake(ended.person(), ended.sanction());
            default -> {
                // the other facts of moderation do not concern keys
            }
        }
    }

    private void impose(SanctionImposed imposed) {
        switch (imposed.kind()) {
            case WARNING, RESTRICTION -> {
                // the person goes on generating
            }
            case SUSPENSION -> keys.rest(imposed.person(), imposed.sanction());
            case CLOSURE -> {
                keys.rest(imposed.person(), imposed.sanction());
                keys.revokeAll(imposed.person(), imposed.at());
            }
        }
    }
}
