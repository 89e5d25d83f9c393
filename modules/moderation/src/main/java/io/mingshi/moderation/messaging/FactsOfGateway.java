package io.mingshi.moderation.messaging;

import io.mingshi.contracts.event.GatewayEvent.HandOverRequested;
import io.mingshi.contracts.event.GatewayEvent.RequestRefused;
import io.mingshi.contracts.event.GatewayEvent.ReviewRequested;
import io.mingshi.contracts.event.GatewayEvent.WorkRecorded;
import io.mingshi.moderation.review.OpenReview;
import io.mingshi.moderation.takedown.KnownWork;
import io.mingshi.moderation.takedown.KnownWorks;
import io.mingshi.servicekit.event.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears what the gateway refused, what it holds back, and which works there are.
@ApplicationScoped
class FactsOfGateway {
    private static final String CHANNEL = "moderation-gateway";

    private final ModerationInbox inbox;
    private final RefusalsOfGateway refusals;
    private final KnownWorks works;
    private final OpenReview reviews;

    FactsOfGateway(ModerationInbox inbox, RefusalsOfGateway refusals, KnownWorks works, OpenReview reviews) {
        this.inbox = inbox;
        this.refusals = refusals;
        this.works = works;
        this.reviews = reviews;
    }

    @Incoming(CHANNEL)
    @Blocking
    void on(String cloudEvent) {
        inbox.receive(CHANNEL, cloudEvent, this::apply);
    }

    private void apply(Received received) {
        received.event().ifPresent(event -> {
            switch (event) {
                case RequestRefused refused ->
                    refusals.heard(received.envelope().id(), refused);
                case WorkRecorded work -> works.add(known(work));
                case ReviewRequested held -> reviews.requested(held);
                case HandOverRequested danger -> reviews.handOver(danger);
                default -> {} // the gateway's other facts do not concern moderation
            }
        });
    }

    private static KnownWork known(WorkRecorded work) {
        return new KnownWork(
                work.work(),
                work.admission(),
                work.person(),
                work.kind(),
                work.contentHash(),
                work.watermark(),
                work.fingerprint(),
                work.recordedAt());
    }
}
