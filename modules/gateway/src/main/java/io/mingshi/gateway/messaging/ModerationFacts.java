package io.mingshi.gateway.messaging;

import io.mingshi.contracts.event.ModerationEvent;
import io.mingshi.contracts.event.ModerationEvent.LibraryPublished;
import io.mingshi.contracts.event.ModerationEvent.ReportQueued;
import io.mingshi.contracts.event.ModerationEvent.ReportReceipted;
import io.mingshi.contracts.event.ModerationEvent.ReviewDecided;
import io.mingshi.contracts.event.ModerationEvent.SanctionEnded;
import io.mingshi.contracts.event.ModerationEvent.SanctionImposed;
import io.mingshi.contracts.event.ModerationEvent.StatementIssued;
import io.mingshi.contracts.event.ModerationEvent.TakedownOrdered;
import io.mingshi.contracts.event.ModerationEvent.TakedownRevoked;
import io.mingshi.gateway.held.HeldWorks;
import io.mingshi.gateway.input.HeldInputLedger;
import io.mingshi.gateway.key.KeyLedger;
import io.mingshi.gateway.work.WorkLedger;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Does what `moderation` decided: takes down and restores, releases or refuses what was held, and lets the keys of
/// suspended accounts rest and those of closed accounts end.
///
/// The state of a work is all there is to change: from the commit on it is not served, its links are dead, and its
/// re-upload is known. [CSL-49](https://www.cac.gov.cn/2025-12/29/c_1768735112911946.htm),
/// [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
class ModerationFacts {
    private static final String CHANNEL = "gateway-moderation";

    private final GatewayInbox inbox;
    private final WorkLedger works;
    private final HeldWorks held;
    private final HeldInputLedger inputs;
    private final KeyLedger keys;

    ModerationFacts(GatewayInbox inbox, WorkLedger works, HeldWorks held, HeldInputLedger inputs, KeyLedger keys) {
        this.inbox = inbox;
        this.works = works;
        this.held = held;
        this.inputs = inputs;
        this.keys = keys;
    }

    @Incoming(CHANNEL)
    @Blocking
    void on(String cloudEvent) {
        inbox.receive(
                CHANNEL,
                cloudEvent,
                received -> received.event().ifPresent(event -> {
                    if (event instanceof ModerationEvent fact) {
                        apply(fact);
                    }
                }));
    }

    private void apply(ModerationEvent fact) {
        switch (fact) {
            case TakedownOrdered ordered -> works.takeDown(ordered.work(), "decision " + ordered.decision());
            case TakedownRevoked revoked -> works.restore(revoked.work(), "decision " + revoked.decision());
            case ReviewDecided decided -> {
                held.decide(decided.review(), decided.released(), decided.at());
                inputs.decide(decided.review(), decided.released(), decided.reason(), decided.at());
            }
            case SanctionImposed imposed -> impose(imposed);
            case SanctionEnded ended -> keys.wake(ended.person(), ended.sanction());
            case LibraryPublished _, StatementIssued _, ReportQueued _, ReportReceipted _ -> {}
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
