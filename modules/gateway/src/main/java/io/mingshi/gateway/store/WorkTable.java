package io.mingshi.gateway.store;

import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.GatewayEvent.RequestRefused;
import io.mingshi.contracts.event.GatewayEvent.ReviewRequested;
import io.mingshi.contracts.event.GatewayEvent.WorkDelivered;
import io.mingshi.contracts.event.GatewayEvent.WorkRecorded;
import io.mingshi.gateway.GatewayProblem;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.generation.Hold;
import io.mingshi.gateway.generation.Labelled;
import io.mingshi.gateway.generation.WorkJournal;
import io.mingshi.gateway.group.Group;
import io.mingshi.gateway.store.WorkRows.Content;
import io.mingshi.gateway.store.WorkRows.Delivery;
import io.mingshi.gateway.store.WorkRows.Opening;
import io.mingshi.servicekit.event.Outbox.Written;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Works while they are made and delivered, which are written several requests at a time.
@ApplicationScoped
class WorkTable implements WorkJournal {
    private final WorkRows rows;
    private final GatewayOutbox outbox;
    private final Clock clock;
    private final Group<Content, Boolean> recorded;
    private final Group<Opening, Boolean> opened;
    private final Group<Content, Boolean> completed;
    private final Group<Delivery, Boolean> delivered;

    WorkTable(WorkRows rows, GatewayOutbox outbox, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
        this.recorded = new Group<>(rows::recorded);
        this.opened = new Group<>(rows::opened);
        this.completed = new Group<>(rows::completed);
        this.delivered = new Group<>(responses -> rows.delivered(
                responses,
                clock.instant(),
                (row, now) -> outbox.written(new WorkDelivered(row.admission(), row.work(), now))));
    }

    @Override
    public void recorded(Admission admission, List<Labelled> works, List<Hold> holds) {
        recorded.join(content(admission, works, holds));
    }

    @Override
    public void opened(Admission admission, List<ProduceId> works) {
        opened.join(new Opening(admission, works, clock.instant()));
    }

    @Override
    public void completed(Admission admission, List<Labelled> works) {
        completed.join(content(admission, works, List.of()));
    }

    @Override
    public void delivered(List<ProduceId> works) {
        delivered.join(new Delivery(works, Context.current()));
    }

    @Override
    public void abandoned(List<ProduceId> works, String detail) {
        rows.abandoned(works, row -> interrupted(row, detail));
    }

    @Override
    public int abandonOpenedBefore(Duration age) {
        return rows.abandoned(
                clock.instant().minus(age),
                row -> interrupted(row, "the process ended while the work was being sent; what was sent is not known"));
    }

    private Content content(Admission admission, List<Labelled> works, List<Hold> holds) {
        Instant now = clock.instant();
        List<Written> events = new ArrayList<>();
        for (Labelled work : works) {
            events.add(outbox.written(event(admission, work, now)));
            if (work.verdict().verdict().equals("BLOCK")) {
                events.add(outbox.written(cutShort(admission, work, now)));
            }
        }
        var content = new Content(admission, works, holds, events, now);
        works.forEach(work ->
                content.hold(work).ifPresent(hold -> events.add(outbox.written(asked(admission, work, hold, now)))));
        return content;
    }

    private static WorkRecorded event(Admission admission, Labelled work, Instant now) {
        return new WorkRecorded(
                admission.id(),
                work.work(),
                admission.person(),
                admission.prompt().model(),
                admission.grounds().modelVersion(),
                work.kind(),
                work.content().type().mimeType(),
                work.content().sha256(),
                work.content().length(),
                work.content().label().toJson(),
                work.verdict(),
                now,
                work.traces().watermark().orElse(null),
                work.traces().fingerprint().orElse(null));
    }

    /// A rule ended the work while it was being sent: that is a refusal like one before the first word.
    private static RequestRefused cutShort(Admission admission, Labelled work, Instant now) {
        return new RequestRefused(
                admission.id(),
                admission.person(),
                admission.prompt().model(),
                GatewayProblem.OUTPUT_BLOCKED.name(),
                "the rule " + work.verdict().ruleId() + " of category "
                        + work.verdict().category() + " ended the work " + work.work() + " while it was being sent",
                work.verdict(),
                admission.inputHash(),
                now);
    }

    private static ReviewRequested asked(Admission admission, Labelled work, Hold hold, Instant now) {
        return new ReviewRequested(
                admission.id(),
                hold.review(),
                hold.work(),
                admission.person(),
                "output",
                work.kind(),
                hold.reason(),
                work.verdict(),
                work.content().sha256(),
                now);
    }

    private Written interrupted(WorkRows.Row row, String detail) {
        return outbox.written(new RequestRefused(
                row.admission(),
                row.person(),
                row.model(),
                GatewayProblem.STREAM_INTERRUPTED.name(),
                "work " + row.work() + ": " + detail,
                null,
                null,
                clock.instant()));
    }
}
