package io.mingshi.governance;

import static io.mingshi.governance.GovernanceProblem.NOT_PAUSED;
import static io.mingshi.governance.GovernanceProblem.REASON_MISSING;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.GovernanceEvent.ServicePaused;
import io.mingshi.contracts.event.GovernanceEvent.ServiceResumed;
import io.mingshi.contracts.governance.PauseScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// Pauses a part of the service, as an authority may order, and ends the pause.
///
/// It acts from the commit on and is a row, so it survives every restart.
/// [DSP-21](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class PauseService {
    private static final int LONGEST_REASON = 1000;

    private final PausedParts parts;
    private final GovernanceFacts facts;
    private final Clock clock;

    PauseService(PausedParts parts, GovernanceFacts facts, Clock clock) {
        this.parts = parts;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public List<Pause> inForce() {
        return parts.all();
    }

    /// Pauses; on what is paused already only the reason changes.
    @Transactional
    public Pause pause(PauseScope scope, String reason, PersonId by) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw REASON_MISSING.with("give the reason of the pause, 1 to " + LONGEST_REASON + " characters");
        }
        parts.keep(new Pause(scope, reason.strip(), by, clock.instant()));
        Pause pause = parts.find(scope).orElseThrow();
        facts.publish(new ServicePaused(scope, pause.reason(), by, clock.instant()));
        return pause;
    }

    @Transactional
    public void resume(PauseScope scope, PersonId by) {
        if (!parts.end(scope)) {
            throw NOT_PAUSED.with(scope + " is not paused: GET /api/governance/pauses says what is");
        }
        facts.publish(new ServiceResumed(scope, by, clock.instant()));
    }
}
