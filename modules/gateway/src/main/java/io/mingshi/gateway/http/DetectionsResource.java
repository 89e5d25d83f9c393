package io.mingshi.gateway.http;

import static io.mingshi.gateway.GatewayProblem.APPEAL_INCOMPLETE;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.detection.AppealDetection;
import io.mingshi.gateway.detection.Detection;
import io.mingshi.gateway.screening.Found.What;
import io.mingshi.labels.MediaType;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/// People found where nobody, or fewer, were declared: users appeal, reviewers and officers decide.
@Path("/api/gateway/detections")
@RunOnVirtualThread
class DetectionsResource {
    /// In what people are looked and listened for.
    private static final Set<MediaType.Kind> SEARCHED =
            EnumSet.of(MediaType.Kind.IMAGE, MediaType.Kind.AUDIO, MediaType.Kind.VIDEO);

    private final Callers callers;
    private final AppealDetection appeals;

    DetectionsResource(Callers callers, AppealDetection appeals) {
        this.callers = callers;
        this.appeals = appeals;
    }

    record Decided(@Nullable Boolean cleared, @Nullable String reason) {}

    /// Who decided stays inside.
    ///
    /// @param found how many people were found, by face or by voice
    /// @param declared of how many people a consent was named
    record View(
            String id,
            String model,
            String contentHash,
            What what,
            int found,
            int declared,
            String detector,
            Detection.State state,
            Instant foundAt,
            @Nullable String appeal,
            @Nullable String decision,
            @Nullable Instant decidedAt) {
        static View of(Detection detection) {
            return new View(
                    detection.id().value(),
                    detection.model().value(),
                    detection.contentHash(),
                    detection.what(),
                    detection.count(),
                    detection.declared(),
                    detection.detector(),
                    detection.state(),
                    detection.foundAt(),
                    detection.appeal(),
                    detection.decision(),
                    detection.decidedAt());
        }
    }

    /// The appeals that wait.
    @GET
    public List<View> waiting() {
        Caller reader = callers.with(Role.REVIEWER, Role.OFFICER);
        return appeals.waiting(reader, privilege(reader)).stream().map(View::of).toList();
    }

    @GET
    @Path("/{id}")
    public View own(@PathParam("id") String id) {
        return View.of(appeals.own(callers.with(Role.USER).person(), new AdmissionId(id)));
    }

    /// The file comes along, because what is handed in for generation is not kept.
    @POST
    @Path("/{id}/appeal")
    @Consumes(jakarta.ws.rs.core.MediaType.MULTIPART_FORM_DATA)
    public View appeal(@PathParam("id") String id, MultipartFormDataInput form) {
        var person = callers.with(Role.USER).person();
        return View.of(appeals.appeal(person, new AdmissionId(id), picture(form), reason(form)));
    }

    @GET
    @Path("/{id}/content")
    public Response content(@PathParam("id") String id) {
        Caller reader = callers.with(Role.REVIEWER, Role.OFFICER);
        return Content.of(appeals.picture(reader, privilege(reader), new AdmissionId(id)));
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(jakarta.ws.rs.core.MediaType.APPLICATION_JSON)
    public View decide(@PathParam("id") String id, @Nullable Decided decided) {
        var by = callers.with(Role.REVIEWER, Role.OFFICER).person();
        if (decided == null || decided.cleared() == null || decided.reason() == null) {
            throw APPEAL_INCOMPLETE.with("send a JSON body with cleared, true or false, and a reason");
        }
        return View.of(appeals.decide(by, new AdmissionId(id), decided.cleared(), decided.reason()));
    }

    private static Role privilege(Caller reader) {
        return reader.is(Role.REVIEWER) ? Role.REVIEWER : Role.OFFICER;
    }

    private static Media picture(MultipartFormDataInput form) {
        FormValue part = one(form, form.getValues().containsKey("file") ? "file" : "image");
        if (!part.isFileItem()) {
            throw APPEAL_INCOMPLETE.with("send what was refused as a file in the form field image or file");
        }
        try (var in = part.getFileItem().getInputStream()) {
            byte[] bytes = in.readAllBytes();
            MediaType type = MediaType.sniff(bytes)
                    .filter(seen -> SEARCHED.contains(seen.kind()))
                    .orElseThrow(() -> APPEAL_INCOMPLETE.with("the file is no picture, sound or film"));
            return new Media(type, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the upload cannot be read from the disk", e);
        }
    }

    private static String reason(MultipartFormDataInput form) {
        FormValue part = one(form, "reason");
        if (part.isFileItem()) {
            throw APPEAL_INCOMPLETE.with("the form field reason is a text");
        }
        return part.getValue();
    }

    private static FormValue one(MultipartFormDataInput form, String name) {
        var parts = List.copyOf(form.getValues().getOrDefault(name, List.of()));
        if (parts.size() != 1) {
            throw APPEAL_INCOMPLETE.with("an appeal has the form fields image or file, and reason, each once");
        }
        return parts.getFirst();
    }
}
