package io.mingshi.governance.http;

import static io.mingshi.governance.GovernanceProblem.WAIVER_INCOMPLETE;

import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.governance.WaiveScreening;
import io.mingshi.governance.Waiver;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which results leave without a verdict on themselves, for staff to see and for officers to decide.
@Path("/api/governance/waivers")
@RunOnVirtualThread
class WaiverResource {
    private final Callers callers;
    private final WaiveScreening waive;

    WaiverResource(Callers callers, WaiveScreening waive) {
        this.callers = callers;
        this.waive = waive;
    }

    @GET
    public List<WaiverView> inForce() {
        callers.with(Role.OFFICER, Role.REVIEWER, Role.OPERATOR, Role.INSPECTOR);
        return waive.inForce().stream().map(WaiverView::of).toList();
    }

    @POST
    public Response register(@Nullable WaiverRequest request) {
        var officer = callers.with(Role.OFFICER);
        if (request == null || request.model() == null || request.reason() == null) {
            throw WAIVER_INCOMPLETE.with("send a JSON body with model, kind, reason and until");
        }
        var waiver = waive.register(
                new ModelId(request.model()),
                kind(request.kind()),
                request.reason(),
                instant(request.until()),
                officer.person());
        return Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON)
                .entity(WaiverView.of(waiver))
                .build();
    }

    @DELETE
    @Path("/{id}")
    public void end(@PathParam("id") String id) {
        waive.end(id, callers.with(Role.OFFICER).person());
    }

    private static ContentKind kind(@Nullable String name) {
        return Arrays.stream(ContentKind.values())
                .filter(kind -> kind.name().equals(name))
                .findAny()
                .orElseThrow(() -> WAIVER_INCOMPLETE.with("kind is IMAGE, AUDIO or VIDEO"));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            var problem = WAIVER_INCOMPLETE.with("until is an instant such as 2026-12-31T00:00:00Z");
            problem.initCause(e);
            throw problem;
        }
    }

    record WaiverRequest(
            @Nullable String model,
            @Nullable String kind,
            @Nullable String reason,
            @Nullable String until) {}

    record WaiverView(String id, ModelId model, ContentKind kind, String reason, Instant until, Instant at) {
        static WaiverView of(Waiver waiver) {
            return new WaiverView(
                    waiver.id(), waiver.model(), waiver.kind(), waiver.reason(), waiver.until(), waiver.at());
        }
    }
}
