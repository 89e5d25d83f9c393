package io.mingshi.consent.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.consent.DeclaredPerson;
import io.mingshi.consent.DepictionPolicy;
import io.mingshi.consent.Reminder;
import io.mingshi.consent.RequestConsent;
import io.mingshi.consent.RequestConsent.Invitation;
import io.mingshi.consent.Scope;
import io.mingshi.consent.VerifiedPerson;
import io.mingshi.contracts.Audience;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Where a verified user asks for a depicted person's consent.
@Path("/api/consent/requests")
@RunOnVirtualThread
class RequestResource {
    private final Callers callers;
    private final Standings standings;
    private final DepictionPolicy policy;
    private final RequestConsent requests;
    private final String publicUrl;

    RequestResource(
            Callers callers,
            Standings standings,
            DepictionPolicy policy,
            RequestConsent requests,
            @ConfigProperty(name = "mingshi.public-url") String publicUrl) {
        this.callers = callers;
        this.standings = standings;
        this.policy = policy;
        this.requests = requests;
        this.publicUrl = publicUrl;
    }

    record Body(
            @Nullable List<@Nullable String> modalities,
            @Nullable List<@Nullable String> models,
            @Nullable String purpose,
            @Nullable Integer days,
            @Nullable String audience,
            @Nullable Depicted depicted) {}

    /// @param status one of `LIVING`, `DECEASED` and `PUBLIC_FIGURE`; living when missing
    /// @param name when given, only a person proven under this name answers
    record Depicted(@Nullable String status, @Nullable String name) {
        DeclaredPerson declared() {
            return new DeclaredPerson(
                    status == null ? DeclaredPerson.Status.LIVING : one("status", DeclaredPerson.Status.class, status),
                    name);
        }

        /// Hides the name, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Depicted[" + status + "]";
        }
    }

    /// @param token opens the invitation; it is told this once
    /// @param reminder the prompt to inform the depicted person, to be shown to the requester
    record Answer(ConsentId consent, String link, String token, String reminder) {}

    /// @param text to be shown to the requester, who is about to pass the link on
    record Prompt(String text, Instant shownAt) {}

    @POST
    @Path("/{id}/reminders")
    public Prompt remind(@PathParam("id") String id) {
        Reminder reminder = requests.remind(callers.with(Role.USER).person(), new ConsentId(id));
        return new Prompt(reminder.text(), reminder.shownAt());
    }

    @POST
    public Response request(@Nullable Body body) {
        var person = callers.with(Role.USER).person();
        if (body == null) {
            throw MALFORMED_REQUEST.with("the body is missing: send JSON with modalities, models, purpose and days");
        }
        Scope scope = scope(body);
        int days = given("days", body.days);
        DeclaredPerson declared = body.depicted == null ? DeclaredPerson.SOMEBODY : body.depicted.declared();
        VerifiedPerson requester = VerifiedPerson.of(person, standings);
        Invitation invitation = requests.request(requester, policy.admit(requester, declared), scope, days);
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new Answer(
                        invitation.consent(),
                        publicUrl + "/consent/" + invitation.token(),
                        invitation.token(),
                        invitation.reminder().text()))
                .build();
    }

    private static Scope scope(Body body) {
        return Scope.requested(
                given("modalities", body.modalities).stream()
                        .map(name -> one("modality", Modality.class, name))
                        .collect(Collectors.toSet()),
                given("models", body.models).stream()
                        .map(model -> new ModelId(Objects.requireNonNullElse(model, "")))
                        .collect(Collectors.toSet()),
                given("purpose", body.purpose),
                body.audience == null ? Audience.PRIVATE : one("audience", Audience.class, body.audience));
    }

    private static <E extends Enum<E>> E one(String field, Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> MALFORMED_REQUEST.with(
                        "the field " + field + " is one of " + Arrays.toString(type.getEnumConstants())));
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw MALFORMED_REQUEST.with("the field " + field + " is missing");
        }
        return value;
    }
}
