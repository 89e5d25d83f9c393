package io.mingshi.gateway.store;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.generation.Hold;
import io.mingshi.gateway.generation.Labelled;
import io.mingshi.servicekit.event.Outbox.Written;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The table of works: those of several requests with their events in one transaction.
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class WorkRows {
    private static final String RECORD = """
            insert into work (produce_id, admission, person, model, state, opened_at, kind, media_type, content_hash,
                size, label, recorded_at, watermark, fingerprint, review, review_reason, held_at)
            values (?, ?, ?, ?, 'RECORDED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /// A work that was taken down while it was being made stays down; its content is recorded all the same.
    private static final String COMPLETE = """
            update work set state = case state when 'STREAMING' then 'RECORDED' else state end,
                kind = ?, media_type = ?, content_hash = ?, size = ?, label = ?, recorded_at = ?, watermark = ?,
                fingerprint = ?
            where produce_id = ? and recorded_at is null and state in ('STREAMING', 'TAKEN_DOWN')""";
    private static final String DELIVER = """
            update work set delivered_at = ?, state = case state when 'RECORDED' then 'DELIVERED' else state end
            where produce_id = any (string_to_array(?, ',')) and delivered_at is null and recorded_at is not null
                and (review is null or released)
            returning produce_id, admission, person, model""";
    private static final String ABANDON = """
            update work set state = 'ABANDONED' where state = 'STREAMING' and %s
            returning produce_id, admission, person, model""";

    private final Sql sql;
    private final GatewayOutbox outbox;
    private final WithdrawnWorks withdrawn;
    private final Duration copiesKept;

    WorkRows(
            Sql sql,
            GatewayOutbox outbox,
            WithdrawnWorks withdrawn,
            @ConfigProperty(name = "mingshi.gateway.unlabelled.kept", defaultValue = "PT0S") Duration copiesKept) {
        this.copiesKept = copiesKept;
        this.sql = sql;
        this.outbox = outbox;
        this.withdrawn = withdrawn;
    }

    /// The works of one request that begin to leave while they are being made.
    record Opening(Admission admission, List<ProduceId> works, Instant at) {}

    /// The complete works of one request.
    record Content(Admission admission, List<Labelled> works, List<Hold> holds, List<Written> events, Instant at) {
        Optional<Hold> hold(Labelled work) {
            return holds.stream()
                    .filter(hold -> hold.work().equals(work.work()))
                    .findFirst();
        }
    }

    /// The works of one response whose last byte has left.
    record Delivery(List<ProduceId> works, Context trace) {}

    /// A row as it is told of.
    record Row(ProduceId work, AdmissionId admission, PersonId person, ModelId model) {}

    List<Boolean> recorded(List<Content> requests) {
        refuseIfWithdrawn(requests.stream().map(Content::admission));
        sql.updateAll(RECORD, rows(requests, WorkRows::recorded));
        keepBeside(requests);
        return Collections.nCopies(requests.size(), true);
    }

    List<Boolean> opened(List<Opening> requests) {
        refuseIfWithdrawn(requests.stream().map(Opening::admission));
        sql.updateAll(
                "insert into work (produce_id, admission, person, model, state, opened_at)"
                        + " values (?, ?, ?, ?, 'STREAMING', ?)",
                requests.stream()
                        .flatMap(request -> request.works().stream().map(work -> opened(request, work)))
                        .toList());
        return Collections.nCopies(requests.size(), true);
    }

    List<Boolean> completed(List<Content> requests) {
        List<Labelled> works =
                requests.stream().flatMap(request -> request.works().stream()).toList();
        int[] completed = sql.updateAll(COMPLETE, rows(requests, WorkRows::completed));
        for (int i = 0; i < completed.length; i++) {
            if (completed[i] != 1) {
                throw new IllegalStateException(
                        "the work " + works.get(i).work() + " is not open and cannot be completed");
            }
        }
        keepBeside(requests);
        return Collections.nCopies(requests.size(), true);
    }

    private void refuseIfWithdrawn(Stream<Admission> admissions) {
        List<ConsentId> consents = admissions
                .flatMap(admission -> admission.grounds().consents().stream())
                .distinct()
                .toList();
        withdrawn.refuseIfWithdrawn(consents);
    }

    private static List<@Nullable Object[]> rows(
            List<Content> requests, BiFunction<Content, Labelled, @Nullable Object[]> row) {
        return requests.stream()
                .flatMap(request -> request.works().stream().map(work -> row.apply(request, work)))
                .toList();
    }

    private static @Nullable Object[] recorded(Content request, Labelled work) {
        Optional<Hold> hold = request.hold(work);
        return Sql.row(
                work.work().value(),
                request.admission().id().value(),
                request.admission().person().value(),
                request.admission().prompt().model().value(),
                request.at(),
                work.kind().name(),
                work.content().type().mimeType(),
                work.content().sha256(),
                (long) work.content().length(),
                work.content().label().toJson(),
                request.at(),
                work.traces().watermark().orElse(null),
                work.traces().fingerprint().orElse(null),
                hold.map(Hold::review).orElse(null),
                hold.map(Hold::reason).orElse(null),
                hold.map(_ -> request.at()).orElse(null));
    }

    private static @Nullable Object[] opened(Opening request, ProduceId work) {
        return Sql.row(
                work.value(),
                request.admission().id().value(),
                request.admission().person().value(),
                request.admission().prompt().model().value(),
                request.at());
    }

    private static @Nullable Object[] completed(Content request, Labelled work) {
        return Sql.row(
                work.kind().name(),
                work.content().type().mimeType(),
                work.content().sha256(),
                (long) work.content().length(),
                work.content().label().toJson(),
                request.at(),
                work.traces().watermark().orElse(null),
                work.traces().fingerprint().orElse(null),
                work.work().value());
    }

    /// Copies without explicit label, and the events.
    private void keepBeside(List<Content> requests) {
        sql.updateAll(
                "insert into unlabelled_copy values (?, ?, ?, ?)",
                requests.stream()
                        .flatMap(request -> request.works().stream().flatMap(work -> copy(request, work)))
                        .toList());
        outbox.publish(
                requests.stream().flatMap(request -> request.events().stream()).toList());
    }

    private Stream<@Nullable Object[]> copy(Content request, Labelled work) {
        return work.unlabelled().stream()
                .map(copy -> Sql.row(
                        work.work().value(),
                        copy.type().mimeType(),
                        copy.sha256(),
                        request.at().plus(copiesKept)));
    }

    /// @param event tells of one work, in the trace of its request
    List<Boolean> delivered(List<Delivery> responses, Instant now, BiFunction<Row, Instant, Written> event) {
        Map<ProduceId, Context> traces = new HashMap<>();
        responses.forEach(response -> response.works().forEach(work -> traces.put(work, response.trace())));
        String works = traces.keySet().stream().map(ProduceId::value).sorted().collect(Collectors.joining(","));
        outbox.publish(sql.query(WorkRows::row, DELIVER, now, works).stream()
                .map(row -> within(Objects.requireNonNull(traces.get(row.work())), () -> event.apply(row, now)))
                .toList());
        return Collections.nCopies(responses.size(), true);
    }

    private static <T> T within(Context trace, Supplier<T> action) {
        try (var _ = trace.makeCurrent()) {
            return action.get();
        }
    }

    /// Of these works, those that were still open.
    void abandoned(List<ProduceId> works, Function<Row, Written> event) {
        tell(
                sql.query(
                        WorkRows::row,
                        ABANDON.formatted("produce_id = any (string_to_array(?, ','))"),
                        works.stream().map(ProduceId::value).collect(Collectors.joining(","))),
                event);
    }

    /// Of all works, those that were opened before.
    int abandoned(Instant openedBefore, Function<Row, Written> event) {
        List<Row> cut = sql.query(WorkRows::row, ABANDON.formatted("opened_at < ?"), openedBefore);
        tell(cut, event);
        return cut.size();
    }

    private void tell(List<Row> rows, Function<Row, Written> event) {
        outbox.publish(rows.stream().map(event).toList());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new ProduceId(row.getString("produce_id")),
                new AdmissionId(row.getString("admission")),
                new PersonId(row.getString("person")),
                new ModelId(row.getString("model")));
    }
}
