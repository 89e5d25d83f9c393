package io.mingshi.records.archiving;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.mingshi.contracts.ProblemException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Archives every minute what waited long enough, and lets the archive follow what was decided about the records.
/// A store that is down is tried again; what waits is the metric `mingshi.records.unarchived`.
@Singleton
class ArchivingJob {
    private static final Logger LOG = Logger.getLogger(ArchivingJob.class);

    private static final long NOT_KNOWN = -1;

    private final ArchiveRecords archiveRecords;
    private final AtomicLong unarchived = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    ArchivingJob(ArchiveRecords archiveRecords, MeterRegistry meters) {
        this.archiveRecords = archiveRecords;
        Gauge.builder("mingshi.records.unarchived", unarchived, AtomicLong::get)
                .description("records that are in no object of the archive; -1 after a run that failed")
                .register(meters);
        Gauge.builder("mingshi.records.archive.failed", failed, AtomicLong::get)
                .description("objects of the archive that could not follow what was decided")
                .register(meters);
    }

    @Scheduled(every = "60s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void archive() {
        try {
            unarchived.set(archiveRecords.run().waiting());
        } catch (ProblemException | IllegalStateException e) {
            unarchived.set(NOT_KNOWN);
            LOG.error("records could not be archived and wait", e);
        }
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void follow() {
        failed.set(archiveRecords.follow().size());
    }
}
