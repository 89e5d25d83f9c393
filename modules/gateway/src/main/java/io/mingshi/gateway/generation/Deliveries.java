package io.mingshi.gateway.generation;

import io.mingshi.contracts.ProduceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Keeps what was delivered, and tidies up what a crash left open.
@ApplicationScoped
public class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final WorkJournal journal;
    private final Duration streamLimit;

    Deliveries(
            WorkJournal journal,
            @ConfigProperty(name = "mingshi.gateway.stream-limit", defaultValue = "PT10M") Duration streamLimit) {
        this.journal = journal;
        this.streamLimit = streamLimit;
    }

    /// The longest time that one stream may take.
    public Duration streamLimit() {
        return streamLimit;
    }

    /// To be called once the last byte has left, never before.
    public void delivered(List<ProduceId> works) {
        journal.delivered(works);
    }

    /// Abandons streams that no process can still be sending; what was sent of them is not known, and the record
    /// says so.
    public void sweep() {
        int abandoned = journal.abandonOpenedBefore(streamLimit.plus(MARGIN));
        if (abandoned > 0) {
            LOG.warnf("%d streams were open after a crash and are abandoned", abandoned);
        }
    }
}
