package io.mingshi.gateway.video;

import static io.mingshi.contracts.CommonProblem.MODULE_UNREACHABLE;
import static io.mingshi.gateway.GatewayProblem.HELD_FOR_REVIEW;
import static io.mingshi.gateway.GatewayProblem.UPSTREAM_FAILED;

import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.Admit;
import io.mingshi.gateway.admission.Consents;
import io.mingshi.gateway.admission.Decisions;
import io.mingshi.gateway.admission.Limits;
import io.mingshi.gateway.admission.Limits.Spent;
import io.mingshi.gateway.generation.FilmServer;
import io.mingshi.gateway.generation.FilmServer.Progress;
import io.mingshi.gateway.generation.GenerateWorks;
import io.mingshi.gateway.generation.Upstreams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The steps of a film behind the door: each rests on the admission and asks for the consents again, so that whoever
/// withdraws stops the job. [PIPL-15](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
class FilmSteps {
    private static final Logger LOG = Logger.getLogger(FilmSteps.class);

    private static final int ALMOST = 99;

    /// Between two looks at a server that does not call.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// Between two looks at one that does: a call may get lost.
    private static final Duration LONG_PAUSE = Duration.ofSeconds(30);

    private final Admit admit;
    private final Consents consents;
    private final Decisions decisions;
    private final Upstreams upstreams;
    private final GenerateWorks generate;
    private final Limits limits;
    private final FilmCalls calls;

    FilmSteps(
            Admit admit,
            Consents consents,
            Decisions decisions,
            Upstreams upstreams,
            GenerateWorks generate,
            Limits limits,
            FilmCalls calls) {
        this.calls = calls;
        this.limits = limits;
        this.admit = admit;
        this.consents = consents;
        this.decisions = decisions;
        this.upstreams = upstreams;
        this.generate = generate;
    }

    /// What a step came to.
    sealed interface Step {
        record Begun(String upstreamJob) implements Step {}

        /// @param pause until the next look
        record GoesOn(int progress, Duration pause) implements Step {}

        /// A person has to look at the film, which is recorded.
        record Held() implements Step {}

        record Made(ProduceId work) implements Step {}
    }

    /// The admission that was stored when the film was asked for; empty while nobody can say if it still counts.
    ///
    /// @param prompt as it was then: another one does not fit the signature
    /// @throws io.mingshi.contracts.ProblemException when it does not, which is stored as a refusal by then
    Optional<Admission> admission(VideoJob job, Prompt.Film prompt) {
        try {
            return Optional.of(admit.resume(job.admission(), job.person(), prompt));
        } catch (ProblemException e) {
            if (e.problem() != MODULE_UNREACHABLE) {
                throw e;
            }
            LOG.warnf("the job %s waits: %s", job.id(), e.detail());
            return Optional.empty();
        }
    }

    /// @throws io.mingshi.contracts.ProblemException always: the job has failed, which is stored as a refusal by then
    Step giveUp(Admission admission, Duration longest) {
        return decisions.orRefuse(admission, () -> {
            throw UPSTREAM_FAILED.with("the film was not finished within " + longest.toHours() + " hours");
        });
    }

    /// @param open whether the job is still wanted: a film of one that was cancelled meanwhile is no work
    /// @throws io.mingshi.contracts.ProblemException when the job has failed, which is stored as a refusal by then;
    ///     `MODULE_UNREACHABLE` when nobody can say: then nothing is stored, and the step is to be tried again
    Step next(Admission admission, VideoJob job, BooleanSupplier open) {
        @Nullable String running = job.upstreamJob();
        if (running == null) {
            return agreed(
                    admission, () -> new Step.Begun(server(job).begin(admission, job.id(), calls.address(job.id()))));
        }
        return switch (agreed(admission, () -> look(admission, job, running))) {
            case Progress.Running further -> new Step.GoesOn(further.percent(), further.calls() ? LONG_PAUSE : PAUSE);
            case Progress.Failed failed ->
                agreed(admission, () -> {
                    throw UPSTREAM_FAILED.with(failed.detail());
                });
            case Progress.Done done -> {
                if (!open.getAsBoolean()) {
                    yield new Step.GoesOn(ALMOST, PAUSE);
                }
                limits.settle(admission.id(), new Spent(0, 0, 1));
                yield made(admission, done.film());
            }
        };
    }

    private Step made(Admission admission, Media film) {
        try {
            return new Step.Made(generate.film(admission, film).work());
        } catch (ProblemException e) {
            if (e.problem() != HELD_FOR_REVIEW) {
                throw e;
            }
            return new Step.Held();
        }
    }

    private <T> T agreed(Admission admission, Supplier<T> step) {
        return decisions.orRefuse(admission, () -> {
            consents.confirm(admission);
            return step.get();
        });
    }

    /// A server that does not say how far it is may say so later; the job's own end bounds that.
    private Progress look(Admission admission, VideoJob job, String running) {
        FilmServer server = server(job);
        try {
            return server.look(admission, running);
        } catch (ProblemException unknown) {
            LOG.warnf("the progress of the job %s is not known: %s", job.id(), unknown.detail());
            return new Progress.Running(job.progress(), false);
        }
    }

    FilmServer server(VideoJob job) {
        return upstreams.serving(job.model()).films();
    }
}
