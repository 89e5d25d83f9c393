package io.mingshi.gateway.video;

import static io.mingshi.contracts.CommonProblem.INTERNAL_FAULT;
import static io.mingshi.contracts.CommonProblem.MODULE_UNREACHABLE;

import io.mingshi.contracts.ProblemException;
import io.mingshi.gateway.video.FilmSteps.Step;
import io.mingshi.gateway.video.VideoJob.State;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Brings open jobs further, on every instance; what one instance left behind, another goes on with.
@ApplicationScoped
public class FilmWorker {
    private static final Logger LOG = Logger.getLogger(FilmWorker.class);
    private static final int AT_ONCE = 2;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration OUTAGE = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(2);

    private final JobLedger ledger;
    private final SealedPrompts prompts;
    private final FilmSteps steps;
    private final Clock clock;

    FilmWorker(JobLedger ledger, SealedPrompts prompts, FilmSteps steps, Clock clock) {
        this.ledger = ledger;
        this.prompts = prompts;
        this.steps = steps;
        this.clock = clock;
    }

    @Scheduled(identity = "gateway-films", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        ledger.claim(AT_ONCE, LEASE).forEach(this::further);
    }

    private void further(VideoJob job) {
        try {
            if (job.state() == State.CANCELLED) {
                stop(job);
                return;
            }
            var prompt = prompts.open(job.id(), ledger.sealedPrompt(job));
            var admission = steps.admission(job, prompt);
            if (admission.isEmpty()) {
                ledger.goesOn(job, job.progress(), OUTAGE);
                return;
            }
            boolean late = job.createdAt().plus(LONGEST).isBefore(clock.instant());
            switch (late
                    ? steps.giveUp(admission.get(), LONGEST)
                    : steps.next(admission.get(), job, () -> ledger.open(job))) {
                case Step.Begun begun -> ledger.begun(job, begun.upstreamJob());
                case Step.GoesOn goesOn -> ledger.goesOn(job, goesOn.progress(), goesOn.pause());
                case Step.Made made -> ledger.completed(job, made.work());
                case Step.Held _ -> ledger.held(job);
            }
        } catch (ProblemException refused) {
            if (refused.problem() == MODULE_UNREACHABLE) {
                LOG.warnf("the job %s waits: %s", job.id(), refused.detail());
                ledger.goesOn(job, job.progress(), OUTAGE);
                return;
            }
            ledger.failed(job, refused.problem().name(), refused.detail());
            stop(job);
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "the job %s failed", job.id());
            ledger.failed(job, INTERNAL_FAULT.name(), "this is our fault and has been logged");
            stop(job);
        }
    }

    /// The model's server need not go on; that it cannot be told changes nothing for anybody but it.
    private void stop(VideoJob job) {
        String running = job.upstreamJob();
        if (running == null) {
            return;
        }
        try {
            steps.server(job).cancel(running);
        } catch (ProblemException e) {
            LOG.warnf("the server of the model %s was not told to stop: %s", job.model(), e.detail());
        }
    }
}
