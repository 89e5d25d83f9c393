package io.mingshi.gateway.admission;

import static io.mingshi.contracts.CommonProblem.INTERNAL_FAULT;
import static io.mingshi.contracts.CommonProblem.MODULE_UNREACHABLE;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Limits.Spent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Stores and publishes every decision before anybody acts on it or hears of it.
@ApplicationScoped
public class Decisions {
    private final AdmissionJournal journal;
    private final Limits limits;
    private final Clock clock;
    private final MeterRegistry meters;

    Decisions(AdmissionJournal journal, Limits limits, Clock clock, MeterRegistry meters) {
        this.journal = journal;
        this.limits = limits;
        this.clock = clock;
        this.meters = meters;
    }

    Optional<AdmissionJournal.Stored> find(AdmissionId id) {
        return journal.find(id);
    }

    void admitted(Admission admission) {
        journal.admitted(admission);
        meters.counter("mingshi.gateway.admissions").increment();
    }

    /// Keeps that an admitted request got nothing after all.
    ///
    /// @param screening the verdict that refused; null when it was not a verdict that did
    public void refused(Admission admission, ProblemException why, @Nullable ScreeningRecord screening) {
        refused(admission.id(), admission.person(), admission.prompt(), why, screening);
        limits.settle(admission.id(), Spent.NOTHING);
    }

    /// Keeps that an admission that was given does not count any more.
    void over(AdmissionId id, PersonId person, Prompt prompt, ProblemException why) {
        refused(id, person, prompt, why, null);
        limits.settle(id, Spent.NOTHING);
    }

    /// Does a step after the admission; when it fails, that is kept as the refusal before it is told.
    public <T> T orRefuse(Admission admission, Supplier<T> step) {
        try {
            return step.get();
        } catch (ProblemException why) {
            if (!waits(admission, why)) {
                refused(admission, why, null);
            }
            throw why;
        } catch (RuntimeException fault) {
            refused(admission, INTERNAL_FAULT.with("a step after the admission failed on our side"), null);
            throw fault;
        }
    }

    /// The job of a film outlives an outage: while nobody can say, the film is not refused.
    private static boolean waits(Admission admission, ProblemException why) {
        return why.problem() == MODULE_UNREACHABLE && admission.prompt() instanceof Prompt.Film;
    }

    void refused(
            AdmissionId id, PersonId person, Prompt prompt, ProblemException why, @Nullable ScreeningRecord screening) {
        String problem = why.problem().name();
        meters.counter("mingshi.gateway.refusals", "problem", problem).increment();
        journal.refused(new Refusal(
                id, person, prompt.model(), problem, why.detail(), screening, prompt.hash(), clock.instant()));
    }
}
