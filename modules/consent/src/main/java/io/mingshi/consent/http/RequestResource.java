package io.mingshi.consent.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.consent.RequestConsent;
import io.mingshi.consent.RequestConsent.Invitation;
import io.mingshi.consent.Scope;
import io.mingshi.consent.VerifiedPerson;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
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
    private final RequestConsent requests;
    private final String publicUrl;

    RequestResource(
            Callers callers,
            Standings standings,
            RequestConsent requests,
            @ConfigProperty(name = "mingshi.public-url") String publicUrl) {
        this.callers = callers;
        this.standings = standings;
        this.requests = requests;
        this.publicUrl = publicUrl;
    }

    record Body(
            @Nullable List<@Nullable String> modalities,
            @Nullable List<@Nullable String> models,
            @Nullable String purpose,
            @Nullable Integer days) {}

    /// @param token opens the invitation; it is told this once
    /// @param reminder the prompt to inform the depicted person, to be shown to the requester
    record Answer(ConsentId consent, String link, String token, String reminder) {}

    @POST
    public Response request(@Nullable Body body) {
        var person = callers.with(Role.USER).person();
        if (body == null) {
            throw MALFORMED_REQUEST.with("the body is missing: send JSON with modalities, models, purpose and days");
        }
        Scope scope = scope(body);
        int days = given("days", body.days);
        Invitation invitation = requests.request(VerifiedPerson.of(person, standings), scope, days);
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
                        .map(RequestResource::modality)
                        .collect(Collectors.toSet()),
                given("models", body.models).stream()
                        .map(model -> new ModelId(Objects.requireNonNullElse(model, "")))
                        .collect(Collectors.toSet()),
                given("purpose", body.purpose));
    }

    private static Modality modality(@Nullable String name) {
        return Arrays.stream(Modality.values())
                .filter(modality -> modality.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> MALFORMED_REQUEST.with("a modality is one of " + Arrays.toString(Modality.values())));
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw MALFORMED_REQUEST.with("the field " + field + " is missing");
        }
        return value;
    }
}
