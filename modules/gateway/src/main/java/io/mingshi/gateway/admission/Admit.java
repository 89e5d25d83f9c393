package io.mingshi.gateway.admission;

import static io.mingshi.contracts.CommonProblem.MODULE_UNREACHABLE;
import static io.mingshi.gateway.GatewayProblem.REVIEW_UNAVAILABLE;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Checks.Outcome;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Decides whether a request may be generated; whatever it decides is stored and published first.
///
/// A question that is not answered refuses. No transaction is open while questions are asked.
@ApplicationScoped
public class Admit {
    private static final Logger LOG = Logger.getLogger(Admit.class);

    private final Checks checks;
    private final Decisions decisions;
    private final AdmissionSigner signer;
    private final Ids ids;
    private final Clock clock;

    Admit(Checks checks, Decisions decisions, AdmissionSigner signer, Ids ids, Clock clock) {
        this.checks = checks;
        this.decisions = decisions;
        this.signer = signer;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws ProblemException with the reason of the refusal, which is stored by then
    public Admission admit(PersonId person, Prompt prompt) {
        var id = new AdmissionId(ids.next());
        return switch (decide(id, person, prompt)) {
            case Outcome.Granted granted -> {
                var admission = new Admission(id, person, prompt, granted.grounds(), clock.instant(), signer);
                keep(admission);
                yield admission;
            }
            case Outcome.Denied denied -> {
                decisions.refused(id, person, prompt, denied.why(), denied.screening());
                throw Appeal.offered(denied.why(), id);
            }
        };
    }

    /// An admission that was given before, for a job that outlives the request and the process.
    ///
    /// @param prompt as it was then: with another one the signature differs
    /// @throws ProblemException `REVIEW_UNAVAILABLE` when it is not the one that was given, or why it would not
    ///     be given any more, which is stored by then; `MODULE_UNREACHABLE` when nobody can say: ask again later
    public Admission resume(AdmissionId id, PersonId person, Prompt prompt) {
        try {
            return renewed(id, person, prompt);
        } catch (ProblemException refused) {
            if (refused.problem() != MODULE_UNREACHABLE) {
                decisions.over(id, person, prompt, refused);
            }
            throw refused;
        }
    }

    private Admission renewed(AdmissionId id, PersonId person, Prompt prompt) {
        return decisions
                .find(id)
                .filter(stored -> stored.person().equals(person))
                .flatMap(stored -> {
                    var grounds = checks.renewed(person, prompt, stored.grounds());
                    var again = new Admission(id, person, prompt, grounds, stored.admittedAt(), signer);
                    return again.signature().equals(stored.signature()) ? Optional.of(again) : Optional.empty();
                })
                .orElseThrow(() ->
                        REVIEW_UNAVAILABLE.with("the admission " + id + " cannot be verified any more: ask anew"));
    }

    /// Keeps it together with what it takes from quotas; where those do not suffice, that is the decision.
    private void keep(Admission admission) {
        try {
            decisions.admitted(admission);
        } catch (ProblemException refused) {
            decisions.refused(admission.id(), admission.person(), admission.prompt(), refused, null);
            throw refused;
        }
    }

    private Outcome decide(AdmissionId id, PersonId person, Prompt prompt) {
        try {
            return checks.of(id, person, prompt);
        } catch (ProblemException refused) {
            return new Outcome.Denied(refused, null);
        } catch (RuntimeException broken) {
            LOG.error("a check before generation failed", broken);
            return new Outcome.Denied(
                    REVIEW_UNAVAILABLE.with("a check before generation could not be made: try again later"), null);
        }
    }
}
