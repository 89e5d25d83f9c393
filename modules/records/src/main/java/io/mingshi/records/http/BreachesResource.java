package io.mingshi.records.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.retention.Breach;
import io.mingshi.records.retention.BreachDeadline;
import io.mingshi.records.retention.BreachFacts;
import io.mingshi.records.retention.BreachFacts.Affected;
import io.mingshi.records.retention.NotifyBreach;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Breaches of personal information: the notice, whom it concerns, and the deadlines; for officers.
@Path("/api/records/breaches")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class BreachesResource {
    private final NotifyBreach notifyBreach;
    private final Callers callers;

    BreachesResource(NotifyBreach notifyBreach, Callers callers) {
        this.notifyBreach = notifyBreach;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public BreachView notify(@Nullable BreachRequest request) {
        PersonId officer = callers.with(Role.OFFICER).person();
        if (request == null) {
            throw malformed();
        }
        return BreachView.of(notifyBreach.of(request.parsed(), officer));
    }

    @GET
    @Path("/{id}")
    public BreachView find(@PathParam("id") String id) {
        callers.with(Role.OFFICER, Role.INSPECTOR);
        return BreachView.of(notifyBreach.find(id));
    }

    /// A page of pseudonyms; the next one is asked for with the last of them as `after`.
    @GET
    @Path("/{id}/persons")
    public List<PersonId> persons(@PathParam("id") String id, @QueryParam("after") @DefaultValue("") String after) {
        Caller officer = callers.with(Role.OFFICER);
        return notifyBreach.affected(id, after, officer);
    }

    private static RuntimeException malformed() {
        return MALFORMED_REQUEST.with(
                "send kinds, cause, harm, measures, ownMeasures, contact, noticedAt, and persons or"
                        + " from and until");
    }

    /// @param persons whom it concerns; null where a period says so
    record BreachRequest(
            @Nullable List<String> kinds,
            @Nullable String cause,
            @Nullable String harm,
            @Nullable String measures,
            @Nullable String ownMeasures,
            @Nullable String contact,
            @Nullable Instant noticedAt,
            @Nullable List<String> persons,
            @Nullable Instant from,
            @Nullable Instant until) {
        BreachFacts parsed() {
            if (noticedAt == null) {
                throw malformed();
            }
            return new BreachFacts(
                    Objects.requireNonNullElse(kinds, List.of()),
                    Objects.requireNonNullElse(cause, ""),
                    Objects.requireNonNullElse(harm, ""),
                    Objects.requireNonNullElse(measures, ""),
                    Objects.requireNonNullElse(ownMeasures, ""),
                    Objects.requireNonNullElse(contact, ""),
                    noticedAt,
                    affected());
        }

        private Affected affected() {
            if (persons != null && from == null && until == null) {
                return new Affected.Persons(persons.stream().map(PersonId::new).toList());
            }
            if (persons != null || from == null || until == null || !from.isBefore(until)) {
                throw malformed();
            }
            return new Affected.InPeriod(from, until);
        }
    }

    /// @param zh the notice in Chinese
    /// @param en the notice in English
    record BreachView(String id, String zh, String en, Instant noticedAt, long affected, List<DeadlineView> deadlines) {
        static BreachView of(Breach breach) {
            return new BreachView(
                    breach.id(),
                    breach.chinese(),
                    breach.english(),
                    breach.noticedAt(),
                    breach.affected(),
                    breach.deadlines().stream().map(DeadlineView::of).toList());
        }
    }

    /// @param until null when it counts from the end of the incident
    /// @param confirmed false when the rule itself was not read
    record DeadlineView(
            String what,
            @Nullable Instant until,
            String rule,
            @Nullable String link,
            boolean confirmed) {
        static DeadlineView of(BreachDeadline.Due due) {
            return new DeadlineView(
                    due.what().name(),
                    due.until().orElse(null),
                    due.rule(),
                    due.link().orElse(null),
                    due.confirmed());
        }
    }
}
