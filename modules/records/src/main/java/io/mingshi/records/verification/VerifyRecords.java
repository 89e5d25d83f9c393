package io.mingshi.records.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.evidencelog.note.SignedNote;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/// Compares all records with the evidence log, from where a verification stands to its end.
///
/// Whoever holds the database can change a row, but not what the log was told of it; whoever holds the log and
/// its key can write another log, but not what others remember of it.
@Singleton
class VerifyRecords {
    private static final Logger LOG = Logger.getLogger(VerifyRecords.class);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final VerificationRows rows;
    private final FindingRows findings;
    private final Comparing comparing;

    VerifyRecords(VerificationRows rows, FindingRows findings, Comparing comparing) {
        this.rows = rows;
        this.findings = findings;
        this.comparing = comparing;
    }

    /// Returns when the verification is finished or has failed, or has to stop here.
    void run(String id, String runner, BooleanSupplier goOn) {
        try {
            steps(id, runner, goOn);
        } catch (VerificationRows.Superseded e) {
            LOG.debugf(e, "verification %s goes on elsewhere", id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            fail(id, runner, e);
        }
    }

    private void steps(String id, String runner, BooleanSupplier goOn) throws IOException, InterruptedException {
        Verification verification = find(id);
        if (verification.checkpoint().isEmpty()) {
            rows.checkpoint(id, runner, comparing.checkpoint());
            verification = find(id);
        }
        if (!verification.logChecked()) {
            SignedNote checkpoint =
                    SignedNote.parse(verification.checkpoint().orElseThrow().getBytes(UTF_8));
            rows.logChecked(id, runner, comparing.log(checkpoint, alive(id, runner)));
            verification = find(id);
        }
        while (verification.next() < verification.size()) {
            if (!goOn.getAsBoolean()) {
                return;
            }
            rows.merged(id, runner, Comparing.end(verification), comparing.page(verification));
            verification = find(id);
        }
        Resolution resolution = comparing.resolve(verification, findings);
        rows.finish(id, runner, resolution.explained(), resolution.instead(), comparing.unlogged());
        tell(find(id));
    }

    private static void tell(Verification ended) {
        if (ended.findings() == 0) {
            LOG.infof("verification %s: %d records fit the evidence log", ended.id(), ended.records());
        } else {
            LOG.errorf(
                    "verification %s: %d findings; see GET /api/records/verifications/%s",
                    ended.id(), ended.findings(), ended.id());
        }
    }

    private void fail(String id, String runner, Exception cause) {
        LOG.errorf(cause, "verification %s could not be finished", id);
        try {
            rows.fail(id, runner, String.valueOf(cause.getMessage()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "that verification %s failed could not be noted; it is tried again", id);
        }
    }

    private Verification find(String id) {
        return rows.find(id)
                .orElseThrow(() -> EvidenceLogException.Code.NOT_FOUND.with("verification " + id + " vanished"));
    }

    private Runnable alive(String id, String runner) {
        return new Runnable() {
            private long last = System.nanoTime();

            @Override
            public void run() {
                if (System.nanoTime() - last > SIGN_OF_LIFE.toNanos()) {
                    last = System.nanoTime();
                    rows.touch(id, runner);
                }
            }
        };
    }
}
