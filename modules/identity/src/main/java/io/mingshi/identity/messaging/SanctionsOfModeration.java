package io.mingshi.identity.messaging;

import io.mingshi.contracts.event.Event;
import io.mingshi.contracts.event.ModerationEvent.SanctionEnded;
import io.mingshi.contracts.event.ModerationEvent.SanctionImposed;
import io.mingshi.contracts.moderation.SanctionKind;
import io.mingshi.identity.account.Accounts;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Lets suspended and closed accounts lose their sessions; milder sanctions leave the login alone.
///
/// [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
class SanctionsOfModeration {
    private static final String CHANNEL = "identity-moderation";

    private final IdentityInbox inbox;
    private final Accounts accounts;

    SanctionsOfModeration(IdentityInbox inbox, Accounts accounts) {
        this.inbox = inbox;
        this.accounts = accounts;
    }

    @Incoming(CHANNEL)
    @Blocking
    void on(String cloudEvent) {
        inbox.receive(CHANNEL, cloudEvent, received -> received.event().ifPresent(this::apply));
    }

    private void apply(Event event) {
        switch (event) {
            case SanctionImposed imposed
            when rests(imposed.kind()) -> accounts.suspend(imposed.person(), imposed.sanction(), imposed.kind());
            case SanctionEnded ended when rests(ended.kind()) -> accounts.lift(ended.person(), ended.sanction());
            default -> {
                // the other facts of moderation do not concern the login
            }
        }
    }

    private static boolean rests(SanctionKind kind) {
        return switch (kind) {
            case WARNING, RESTRICTION -> false;
            case SUSPENSION, CLOSURE -> true;
        };
    }
}
