package io.mingshi.records.verification;

import io.mingshi.contracts.event.Event;
import io.mingshi.contracts.event.RecordsEvent.RecordsVerified;
import io.mingshi.records.Installation;
import io.mingshi.records.verification.Verification.Found;
import io.mingshi.servicekit.event.EventCodec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Runs verifications of an installation.
public final class Verifier {
    private final List<Event> published = new ArrayList<>();
    private final FindingRows findings;
    private final VerificationRows rows;
    private final VerifyRecords verifyRecords;

    public Verifier(Installation installation) {
        findings = new FindingRows(installation.database().dataSource());
        rows = new VerificationRows(installation.database().dataSource(), findings, published::add, Clock.systemUTC());
        verifyRecords = new VerifyRecords(
                rows,
                findings,
                new Comparing(
                        installation.store().records(),
                        installation.store().stored(),
                        installation.log().evidence(),
                        installation.store().ledger(),
                        new EventCodec()));
    }

    /// All that one verification finds, as `Kind: sentence`.
    public List<String> findings() {
        Verification ended = verify();
        if (ended.state() != Verification.State.FINISHED) {
            throw new AssertionError("the verification did not finish: " + ended.failure());
        }
        return findings.of(ended.id(), 0, 100_000).stream().map(Verifier::told).toList();
    }

    Verification verify() {
        String id = UUID.randomUUID().toString();
        String runner = UUID.randomUUID().toString();
        if (!rows.begin(id, "test", runner)) {
            throw new AssertionError("another one is running");
        }
        verifyRecords.run(id, runner, () -> true);
        return rows.find(id).orElseThrow();
    }

    VerificationRows rows() {
        return rows;
    }

    FindingRows found() {
        return findings;
    }

    VerifyRecords verifyRecords() {
        return verifyRecords;
    }

    /// The last result that was published.
    RecordsVerified result() {
        return (RecordsVerified) published.getLast();
    }

    private static String told(Found found) {
        return found.kind() + ": " + found.sentence();
    }
}
