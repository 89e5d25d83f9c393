package io.mingshi.gateway.store;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
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
import io.mingshi.labels.LabeledContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Writes works while they are made and delivered.
@ApplicationScoped
@Transactional
class WorkTable implements WorkJournal {
    private static final String ABANDON = """
            update work set state = 'ABANDONED' where state = 'STREAMING' and %s
            returning produce_id, admission, person, model""";

    private final Sql sql;
    private final GatewayOutbox outbox;
    private final WithdrawnWorks withdrawn;
    private final Clock clock;
    private final Duration copiesKept;

    WorkTable(
            Sql sql,
            GatewayOutbox outbox,
            WithdrawnWorks withdrawn,
            Clock clock,
            @ConfigProperty(name = "mingshi.gateway.unlabelled.kept", defaultValue = "PT0S") Duration copiesKept) {
        this.copiesKept = copiesKept;
        this.sql = sql;
        this.outbox = outbox;
        this.withdrawn = withdrawn;
        this.clock = clock;
    }

    @Override
    public void recorded(Admission admission, List<Labelled> works, List<Hold> holds) {
        opened(admission, works.stream().map(Labelled::work).toList());
        holds.forEach(this::hold);
        completed(admission, works);
        holds.forEach(hold -> works.stream()
                .filter(work -> work.work().equals(hold.work()))
                .forEach(work -> outbox.publish(asked(admission, work, hold))));
    }

    private void hold(Hold hold) {
        sql.update(
                "update work set review = ?, review_reason = ?, held_at = ? where produce_id = ?",
                hold.review(),
                hold.reason(),
                clock.instant(),
                hold.work().value());
    }

    private ReviewRequested asked(Admission admission, Labelled work, Hold hold) {
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
                clock.instant());
    }

    @Override
    public void opened(Admission admission, List<ProduceId> works) {
        withdrawn.refuseIfWithdrawn(admission.grounds().consents());
        for (ProduceId work : works) {
            sql.update(
                    "insert into work (produce_id, admission, person, model, state, opened_at)"
                            + " values (?, ?, ?, ?, 'STREAMING', ?)",
                    work.value(),
                    admission.id().value(),
                    admission.person().value(),
                    admission.prompt().model().value(),
                    clock.instant());
        }
    }

    /// A work that was taken down while it was being made stays down; its content is recorded all the same.
    @Override
    public void completed(Admission admission, List<Labelled> works) {
        for (Labelled work : works) {
            Instant now = clock.instant();
            int completed = sql.update(
                    "update work set state = case state when 'STREAMING' then 'RECORDED' else state end,"
                            + " kind = ?, media_type = ?, content_hash = ?, size = ?, label = ?, recorded_at = ?,"
                            + " watermark = ?, fingerprint = ?"
                            + " where produce_id = ? and recorded_at is null and state in ('STREAMING', 'TAKEN_DOWN')",
                    work.kind().name(),
                    work.content().type().mimeType(),
                    work.content().sha256(),
                    (long) work.content().length(),
                    work.content().label().toJson(),
                    now,
                    work.traces().watermark().orElse(null),
                    work.traces().fingerprint().orElse(null),
                    work.work().value());
            if (completed != 1) {
                throw new IllegalStateException("the work " + work.work() + " is not open and cannot be completed");
            }
            work.unlabelled().ifPresent(copy -> keep(work.work(), copy, now));
            outbox.publish(event(admission, work, now));
            if (work.verdict().verdict().equals("BLOCK")) {
                outbox.publish(cutShort(admission, work, now));
            }
        }
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

    private void keep(ProduceId work, LabeledContent copy, Instant now) {
        sql.update(
                "insert into unlabelled_copy values (?, ?, ?, ?)",
                work.value(),
                copy.type().mimeType(),
                copy.sha256(),
                now.plus(copiesKept));
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

    @Override
    public void delivered(List<ProduceId> works) {
        for (ProduceId work : works) {
            Instant now = clock.instant();
            sql.query(
                            WorkTable::opened,
                            "update work set delivered_at = ?,"
                                    + " state = case state when 'RECORDED' then 'DELIVERED' else state end"
                                    + " where produce_id = ? and delivered_at is null and recorded_at is not null"
                                    + " and (review is null or released)"
                                    + " returning produce_id, admission, person, model",
                            now,
                            work.value())
                    .forEach(row -> outbox.publish(new WorkDelivered(row.admission(), row.work(), now)));
        }
    }

    @Override
    public void abandoned(List<ProduceId> works, String detail) {
        for (ProduceId work : works) {
            tell(sql.query(WorkTable::opened, ABANDON.formatted("produce_id = ?"), work.value()), detail);
        }
    }

    @Override
    public int abandonOpenedBefore(Duration age) {
        var cut = sql.query(
                WorkTable::opened,
                ABANDON.formatted("opened_at < ?"),
                clock.instant().minus(age));
        tell(cut, "the process ended while the work was being sent; what was sent is not known");
        return cut.size();
    }

    private void tell(List<Opened> abandoned, String detail) {
        for (Opened row : abandoned) {
            outbox.publish(new RequestRefused(
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

    private record Opened(ProduceId work, AdmissionId admission, PersonId person, ModelId model) {}

    private static Opened opened(ResultSet row) throws SQLException {
        return new Opened(
                new ProduceId(row.getString("produce_id")),
                new AdmissionId(row.getString("admission")),
                new PersonId(row.getString("person")),
                new ModelId(row.getString("model")));
    }
}
