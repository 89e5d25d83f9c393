package io.mingshi.records.gaps;

import io.mingshi.records.PrivilegedReads;
import io.mingshi.records.ProducerProgress;
import io.mingshi.records.ProducerProgress.Gap;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Facts that are missing, for officers and inspectors.
@Path("/api/records/gaps")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class GapsResource {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int LISTED = 100;

    private final ProducerProgress progress;
    private final ToldRows told;
    private final PrivilegedReads reads;
    private final Callers callers;
    private final Clock clock;

    GapsResource(ProducerProgress progress, ToldRows told, PrivilegedReads reads, Callers callers, Clock clock) {
        this.progress = progress;
        this.told = told;
        this.reads = reads;
        this.callers = callers;
        this.clock = clock;
    }

    /// @param missing how many facts did not arrive, without those that may still
    /// @param reusedCount how many numbers came again
    /// @param reused the last of them
    record Gaps(long missing, List<Missing> gaps, long reusedCount, List<ToldRows.Reused> reused) {}

    /// @param alarm whether it is older than a minute; a younger one may still be filled
    record Missing(String source, int lane, long first, long last, Instant noticedAt, boolean alarm) {
        static Missing of(Gap gap, Instant now) {
            return new Missing(
                    gap.source(),
                    gap.lane(),
                    gap.first(),
                    gap.last(),
                    gap.noticedAt(),
                    !gap.noticedAt().isAfter(now.minus(PATIENCE)));
        }
    }

    @GET
    @Transactional
    public Gaps gaps() {
        Caller caller = callers.with(Role.OFFICER, Role.INSPECTOR);
        reads.record(caller, caller.is(Role.INSPECTOR) ? Role.INSPECTOR : Role.OFFICER, "records-gaps", "*");
        Instant now = clock.instant();
        List<Missing> gaps = progress.gaps(now.plus(PATIENCE)).stream()
                .map(gap -> Missing.of(gap, now))
                .toList();
        long missing = gaps.stream()
                .filter(Missing::alarm)
                .mapToLong(gap -> gap.last() - gap.first() + 1)
                .sum();
        return new Gaps(missing, gaps, progress.repeats(), told.reused(LISTED));
    }
}
