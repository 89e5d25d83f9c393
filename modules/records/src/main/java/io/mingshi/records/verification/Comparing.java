package io.mingshi.records.verification;

import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.records.Evidence;
import io.mingshi.records.LogLedger;
import io.mingshi.records.Records;
import io.mingshi.records.StoredRecords;
import io.mingshi.servicekit.event.EventCodec;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/// The steps of a verification, each of which stands for itself.
@Singleton
class Comparing {
    private static final int PAGE = 4096;

    /// Rows that anybody inserted outside of all positions are not all held in memory.
    private static final int MOST = 10_000;

    private final Records records;
    private final StoredRecords stored;
    private final Evidence evidence;
    private final LogLedger ledger;
    private final EventCodec codec;

    Comparing(Records records, StoredRecords stored, Evidence evidence, LogLedger ledger, EventCodec codec) {
        this.records = records;
        this.stored = stored;
        this.evidence = evidence;
        this.ledger = ledger;
        this.codec = codec;
    }

    SignedNote checkpoint() {
        return evidence.checkpoint();
    }

    /// @param alive is called all the time, since a large log takes long
    List<Finding> log(SignedNote checkpoint, Runnable alive) throws IOException {
        LogReader reader = path -> {
            alive.run();
            return evidence.reader().read(path);
        };
        return new LogCheck(reader, evidence.key(), ledger).of(checkpoint);
    }

    /// The position after those that [#page] compares.
    static long end(Verification verification) {
        return Math.min(verification.next() + PAGE, verification.size());
    }

    PageMerge.Result page(Verification verification) throws IOException {
        List<LogEntry> entries = entries(verification.size()).read(verification.next(), end(verification));
        return new PageMerge(verification.next(), entries, stored, codec, ledger.ahead())
                .run(() -> Expirations.read(records, newest()), newest());
    }

    /// What comes after the last page.
    Resolution resolve(Verification verification, FindingRows rows) throws IOException, InterruptedException {
        var resolution =
                new Resolution(rows.of(verification.id(), 0, Integer.MAX_VALUE), stored, entries(verification.size()));
        Expirations expirations = Expirations.read(records, newest());
        resolution.moved();
        resolution.expired(rows.deleted(verification.id()), expirations);
        resolution.destroyed(rows.destroyed(verification.id()), newest());
        resolution.payloads();
        resolution.instead().addAll(expirations.findings(rows.expired(verification.id())));
        stored.outside(row -> {
            if (resolution.instead().size() < MOST) {
                resolution.instead().add(new Finding.Inserted(new Finding.Place(row.position(), row.eventId())));
            }
        });
        resolution.instead().addAll(new WitnessCheck(evidence).findings());
        return resolution;
    }

    /// Rows that are not in the log yet.
    long unlogged() {
        return Math.max(0, ledger.next() - evidence.size());
    }

    private LogEntries entries(long size) {
        return new LogEntries(evidence.reader(), size);
    }

    private LogEntries newest() {
        return entries(Checkpoint.parse(evidence.checkpoint().text()).size());
    }
}
