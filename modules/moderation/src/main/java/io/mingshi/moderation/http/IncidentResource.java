package io.mingshi.moderation.http;

import static io.mingshi.moderation.ModerationProblem.DECISION_INCOMPLETE;
import static io.mingshi.servicekit.caller.Role.INSPECTOR;
import static io.mingshi.servicekit.caller.Role.OFFICER;
import static io.mingshi.servicekit.caller.Role.OPERATOR;

import io.mingshi.moderation.Reasons;
import io.mingshi.moderation.incident.HandleIncident;
import io.mingshi.moderation.incident.Incident;
import io.mingshi.moderation.incident.Incident.Level;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Network security incidents: entered with their class, handled, summarized.
@Path("/api/moderation/incidents")
@RunOnVirtualThread
class IncidentResource {
    private final Callers callers;
    private final HandleIncident incidents;
    private final Clock clock;

    IncidentResource(Callers callers, HandleIncident incidents, Clock clock) {
        this.callers = callers;
        this.incidents = incidents;
        this.clock = clock;
    }

    /// @param level `GENERAL`, `RELATIVELY_MAJOR`, `MAJOR` or `PARTICULARLY_MAJOR`
    /// @param critical whether it hit critical information infrastructure; `false` when left out
    /// @param noticedAt when it was noticed, from which the clock runs
    record Request(
            @Nullable String level,
            @Nullable Boolean critical,
            @Nullable String facts,
            @Nullable Instant noticedAt) {}

    record Summary(@Nullable String summary) {}

    /// @param report the number of its report, see the reports
    /// @param reportDue null where no report is due
    /// @param summaryDue null until it is handled
    record View(
            String incident,
            Level level,
            boolean critical,
            String facts,
            Instant noticedAt,
            @Nullable String report,
            @Nullable Instant reportDue,
            @Nullable Instant handledAt,
            @Nullable Instant summaryDue,
            @Nullable String summaryReport,
            boolean summaryOverdue) {
        static View of(Incident incident, Instant now) {
            return new View(
                    incident.number(),
                    incident.level(),
                    incident.critical(),
                    incident.facts(),
                    incident.noticedAt(),
                    incident.report(),
                    incident.reportable() ? incident.reportDue() : null,
                    incident.handledAt(),
                    incident.summaryDue(),
                    incident.summary(),
                    incident.summaryOverdue(now));
        }
    }

    @POST
    public Response enter(@Nullable Request request) {
        var by = callers.with(OFFICER, OPERATOR).person();
        String sentence = "send a JSON body with level, facts and noticedAt";
        Request given = DecisionRequest.present(request, sentence);
        Level level = Arrays.stream(Level.values())
                .filter(known -> known.name().equals(given.level()))
                .findFirst()
                .orElseThrow(() ->
                        DECISION_INCOMPLETE.with("level is GENERAL, RELATIVELY_MAJOR, MAJOR or PARTICULARLY_MAJOR"));
        Incident incident = incidents.enter(
                level,
                Boolean.TRUE.equals(given.critical()),
                Reasons.reason(given.facts()),
                DecisionRequest.present(given.noticedAt(), sentence),
                by);
        return Response.status(Response.Status.CREATED).entity(view(incident)).build();
    }

    @GET
    public List<View> latest() {
        callers.with(OFFICER, OPERATOR, INSPECTOR);
        return incidents.latest().stream().map(this::view).toList();
    }

    @POST
    @Path("/{incident}/handling")
    public View handled(@PathParam("incident") String incident) {
        callers.with(OFFICER, OPERATOR);
        return view(incidents.handled(incident));
    }

    @POST
    @Path("/{incident}/summary")
    public View summarize(@PathParam("incident") String incident, @Nullable Summary summary) {
        callers.with(OFFICER, OPERATOR);
        String text = Reasons.reason(summary == null ? null : summary.summary());
        return view(incidents.summarize(incident, text));
    }

    private View view(Incident incident) {
        return View.of(incident, clock.instant());
    }
}
