package io.mingshi.moderation.incident;

import static io.mingshi.moderation.ModerationProblem.DECISION_INCOMPLETE;
import static io.mingshi.moderation.ModerationProblem.INCIDENT_STATE;
import static io.mingshi.moderation.ModerationProblem.NO_SUCH_INCIDENT;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.incident.Incident.Level;
import io.mingshi.moderation.report.QueueReport;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Enters an incident with its class, which starts the clock of its report; notes its end, which starts that
/// of the summary.
@ApplicationScoped
@Transactional
public class HandleIncident {
    private static final int MOST_LISTED = 200;

    private final Incidents incidents;
    private final QueueReport reports;
    private final Ids ids;
    private final Clock clock;

    HandleIncident(Incidents incidents, QueueReport reports, Ids ids, Clock clock) {
        this.incidents = incidents;
        this.reports = reports;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws io.mingshi.contracts.ProblemException `DECISION_INCOMPLETE`
    public Incident enter(Level level, boolean critical, String facts, Instant noticedAt, PersonId by) {
        if (noticedAt.isAfter(clock.instant())) {
            throw DECISION_INCOMPLETE.with("an incident cannot be noticed in the future");
        }
        String number = ids.next();
        var entered = new Incident(number, level, critical, facts, noticedAt, by, null, null, null);
        if (entered.reportable()) {
            String report = reports.queueIncident(number, level.name(), facts, entered.reportDue());
            entered = new Incident(number, level, critical, facts, noticedAt, by, report, null, null);
        }
        incidents.add(entered);
        return entered;
    }

    /// It is over.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_INCIDENT`, `INCIDENT_STATE`
    public Incident handled(String number) {
        Incident incident = require(number);
        if (incident.handledAt() != null) {
            throw INCIDENT_STATE.with("this incident is handled already: nothing was changed");
        }
        return updated(new Incident(
                number,
                incident.level(),
                incident.critical(),
                incident.facts(),
                incident.noticedAt(),
                incident.by(),
                incident.report(),
                clock.instant(),
                null));
    }

    /// What it was, and what was done.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_INCIDENT`, `INCIDENT_STATE`
    public Incident summarize(String number, String summary) {
        Incident incident = require(number);
        Instant due = incident.summaryDue();
        if (due == null || incident.summary() != null) {
            throw INCIDENT_STATE.with("a summary follows once a reported incident is handled, and only once");
        }
        String report =
                reports.queueIncident(number + "-summary", incident.level().name(), summary, due);
        return updated(new Incident(
                number,
                incident.level(),
                incident.critical(),
                incident.facts(),
                incident.noticedAt(),
                incident.by(),
                incident.report(),
                incident.handledAt(),
                report));
    }

    public List<Incident> latest() {
        return incidents.latest(MOST_LISTED);
    }

    private Incident require(String number) {
        return incidents.findForChange(number).orElseThrow(() -> NO_SUCH_INCIDENT.with("no incident has this number"));
    }

    private Incident updated(Incident incident) {
        incidents.update(incident);
        return incident;
    }
}
