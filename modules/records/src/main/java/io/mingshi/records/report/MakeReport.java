package io.mingshi.records.report;

import io.mingshi.contracts.event.ComplaintEvent.ComplaintFiled;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintResolved;
import io.mingshi.contracts.event.ConsentEvent;
import io.mingshi.contracts.event.Event;
import io.mingshi.contracts.event.GatewayEvent;
import io.mingshi.contracts.event.GatewayEvent.RequestRefused;
import io.mingshi.contracts.event.RecordsEvent.EventsMissing;
import io.mingshi.contracts.event.RecordsEvent.NumberReused;
import io.mingshi.contracts.event.RecordsEvent.PrivilegedRead;
import io.mingshi.contracts.event.RecordsEvent.RecordsVerified;
import io.mingshi.contracts.event.RecordsEvent.WorksReconciled;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.Stored;
import io.mingshi.records.StoredRecords;
import io.mingshi.records.report.Report.Complaints;
import io.mingshi.records.report.Report.Consents;
import io.mingshi.records.report.Report.Counted;
import io.mingshi.records.report.Report.Gap;
import io.mingshi.records.report.Report.Generations;
import io.mingshi.records.report.Report.Missing;
import io.mingshi.records.report.Report.Result;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.servicekit.event.EventTypes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Makes a report from records. What columns tell is counted without reading any text; only for what they do
/// not tell (why a request was refused, under which role somebody read, what a check came to) texts are read,
/// in a stream.
@Singleton
class MakeReport {
    private static final int MOST_GAPS = 1000;

    private final StoredRecords stored;
    private final ReportRows rows;
    private final AtMaking atMaking;
    private final EventCodec codec;
    private final Clock clock;

    MakeReport(StoredRecords stored, ReportRows rows, AtMaking atMaking, EventCodec codec, Clock clock) {
        this.stored = stored;
        this.rows = rows;
        this.atMaking = atMaking;
        this.codec = codec;
        this.clock = clock;
    }

    Report daily(String date) {
        return of(ReportPeriod.day(date, clock.instant()));
    }

    Report monthly(String month) {
        return of(ReportPeriod.month(month, clock.instant()));
    }

    private Report of(ReportPeriod period) {
        Instant now = clock.instant();
        List<Counted> counts = rows.counts(period);
        return new Report(
                period.name(),
                period.from(),
                period.to(),
                period.isOver(now),
                counts,
                generations(period, counts),
                complaints(period, counts),
                count(counts, GatewayEvent.WorkTakenDown.class),
                new Consents(
                        count(counts, ConsentEvent.ConsentRequested.class),
                        count(counts, ConsentEvent.ConsentGranted.class),
                        count(counts, ConsentEvent.ConsentRefused.class),
                        count(counts, ConsentEvent.ConsentWithdrawn.class)),
                privilegedReads(period),
                verifications(period),
                reconciliations(period),
                missing(period, counts),
                atMaking.state(now));
    }

    private Generations generations(ReportPeriod period, List<Counted> counts) {
        SortedMap<String, Long> problems = new TreeMap<>();
        SortedMap<String, Long> categories = new TreeMap<>();
        var illegible = new AtomicLong();
        texts(RequestRefused.class, period, illegible, refused -> {
            problems.merge(refused.problem(), 1L, Long::sum);
            if (refused.screening() != null && refused.screening().category() != null) {
                categories.merge(refused.screening().category(), 1L, Long::sum);
            }
        });
        return new Generations(
                count(counts, GatewayEvent.RequestAdmitted.class),
                count(counts, RequestRefused.class),
                count(counts, GatewayEvent.WorkRecorded.class),
                count(counts, GatewayEvent.WorkDelivered.class),
                count(counts, GatewayEvent.WorkPublished.class),
                problems,
                categories,
                illegible.get());
    }

    private Complaints complaints(ReportPeriod period, List<Counted> counts) {
        var upheld = new AtomicLong();
        texts(ComplaintResolved.class, period, new AtomicLong(), resolved -> {
            if (resolved.upheld()) {
                upheld.incrementAndGet();
            }
        });
        var open = new AtomicLong();
        var overdue = new AtomicLong();
        rows.openComplaints(period.to(), ids -> {
            open.addAndGet(ids.size());
            stored.of(ids, reading(ComplaintFiled.class, new AtomicLong(), filed -> {
                if (filed.due().isBefore(period.to())) {
                    overdue.incrementAndGet();
                }
            }));
        });
        return new Complaints(
                count(counts, ComplaintFiled.class),
                count(counts, ComplaintResolved.class),
                upheld.get(),
                open.get(),
                overdue.get());
    }

    private SortedMap<String, Long> privilegedReads(ReportPeriod period) {
        SortedMap<String, Long> roles = new TreeMap<>();
        texts(PrivilegedRead.class, period, new AtomicLong(), read -> roles.merge(read.role(), 1L, Long::sum));
        return roles;
    }

    private List<Result> verifications(ReportPeriod period) {
        List<Result> results = new ArrayList<>();
        texts(
                RecordsVerified.class,
                period,
                new AtomicLong(),
                told -> results.add(
                        new Result(told.verification(), told.outcome(), told.findings(), told.finishedAt())));
        return results;
    }

    private List<Result> reconciliations(ReportPeriod period) {
        List<Result> results = new ArrayList<>();
        texts(
                WorksReconciled.class,
                period,
                new AtomicLong(),
                told -> results.add(
                        new Result(told.reconciliation(), told.outcome(), told.findings(), told.finishedAt())));
        return results;
    }

    private Missing missing(ReportPeriod period, List<Counted> counts) {
        List<Gap> gaps = new ArrayList<>();
        var events = new AtomicLong();
        texts(EventsMissing.class, period, new AtomicLong(), gap -> {
            events.addAndGet(gap.last() - gap.first() + 1);
            if (gaps.size() < MOST_GAPS) {
                gaps.add(new Gap(gap.source(), gap.lane(), gap.first(), gap.last(), gap.noticedAt()));
            }
        });
        return new Missing(events.get(), gaps, count(counts, NumberReused.class));
    }

    private static long count(List<Counted> counts, Class<? extends Event> type) {
        return counts.stream()
                .filter(one -> one.type().equals(EventTypes.of(type)))
                .mapToLong(Counted::count)
                .sum();
    }

    private <E extends Event> void texts(Class<E> type, ReportPeriod period, AtomicLong illegible, Consumer<E> reader) {
        stored.received(EventTypes.of(type), period.from(), period.to(), reading(type, illegible, reader));
    }

    private <E extends Event> Consumer<Stored> reading(Class<E> type, AtomicLong illegible, Consumer<E> reader) {
        return row -> {
            if (row instanceof Stored.Row(KeptRecord kept, var _, var _) && kept.intact()) {
                codec.decode(kept.legible().orElseThrow().text())
                        .event()
                        .filter(type::isInstance)
                        .map(type::cast)
                        .ifPresent(reader);
            } else {
                illegible.incrementAndGet();
            }
        };
    }
}
