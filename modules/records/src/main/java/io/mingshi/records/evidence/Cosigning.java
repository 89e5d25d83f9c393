package io.mingshi.records.evidence;

import io.mingshi.evidencelog.EvidenceLog;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.witness.WitnessClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Asks the witnesses for their cosignatures, from time to time and whenever the log has grown.
@Singleton
class Cosigning {
    private static final Logger LOG = Logger.getLogger(Cosigning.class);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(2);

    private final LogConfiguration configuration;
    private final Clock clock;
    private Instant last = Instant.MIN;
    private long size = -1;

    Cosigning(LogConfiguration configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
    }

    /// The checkpoint with all cosignatures that were to be had; empty when there is nothing new to remember.
    Optional<SignedNote> cosign(EvidenceLog log, SignedNote checkpoint) throws InterruptedException {
        long now = Checkpoint.parse(checkpoint.text()).size();
        Instant instant = clock.instant();
        if (now == size || instant.isBefore(last.plus(AT_MOST_EVERY))) {
            return Optional.empty();
        }
        last = instant;
        size = now;
        if (configuration.policy().witnesses().isEmpty()) {
            return Optional.of(checkpoint);
        }
        SignedNote cosigned = new WitnessClient(configuration.policy(), earlier -> log.consistency(earlier, now))
                .cosigned(checkpoint, (witness, why) -> LOG.errorf("witness %s did not cosign: %s", witness, why));
        log.addCosignatures(
                checkpoint,
                cosigned.signatures().subList(1, cosigned.signatures().size()));
        return Optional.of(cosigned);
    }
}
