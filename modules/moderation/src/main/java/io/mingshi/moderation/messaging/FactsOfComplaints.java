package io.mingshi.moderation.messaging;

import io.mingshi.contracts.event.ComplaintEvent.AppealDecided;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintResolved;
import io.mingshi.moderation.appeal.FollowComplaints;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears what officers decided on complaints and appeals.
@ApplicationScoped
class FactsOfComplaints {
    private static final String CHANNEL = "moderation-complaints";

    private final ModerationInbox inbox;
    private final FollowComplaints follow;

    FactsOfComplaints(ModerationInbox inbox, FollowComplaints follow) {
        this.inbox = inbox;
        this.follow = follow;
    }

    @Incoming(CHANNEL)
    @Blocking
    void on(String cloudEvent) {
        inbox.receive(
                CHANNEL,
                cloudEvent,
                received -> received.event().ifPresent(event -> {
                    switch (event) {
                        case AppealDecided appeal -> follow.decided(appeal);
                        case ComplaintResolved complaint -> follow.resolved(complaint);
                        default -> {} // what was filed waits for an officer there
                    }
                }));
    }
}
