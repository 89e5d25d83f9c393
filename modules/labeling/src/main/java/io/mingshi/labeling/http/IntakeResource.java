package io.mingshi.labeling.http;

import static io.mingshi.labeling.LabelingProblem.DECLARATION_NEEDED;
import static io.mingshi.labeling.LabelingProblem.INTAKE_UNDECIDED;

import io.mingshi.labeling.Intake;
import io.mingshi.labeling.TakeIn;
import io.mingshi.labels.PlatformDecision;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// A user gives a file that is to be spread and gets it back with this platform in its metadata; the headers say what
/// the audience is to be told.
///
/// | header | |
/// |---|---|
/// | `Mingshi-Intake` | this platform's number for the file |
/// | `Mingshi-Notice` | `IS`, `MAY_BE`, `SUSPECTED` or `NONE` |
/// | `Mingshi-Tampered` | `true` when a label was removed or forged |
/// | `Mingshi-Reason` | what decided |
@Path("/api/labeling/intakes")
@RunOnVirtualThread
class IntakeResource {
    private final TakeIn takeIn;
    private final Callers callers;

    IntakeResource(TakeIn takeIn, Callers callers) {
        this.takeIn = takeIn;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response take(@RestForm @Nullable FileUpload file, @RestForm @Nullable String declared) throws IOException {
        var uploader = callers.with(Role.USER);
        TakeIn.Taken taken = takeIn.take(Uploads.required(file), declaration(declared), uploader.person());
        Intake intake = taken.intake();
        PlatformDecision decision = intake.decision();
        java.nio.file.Path spread = taken.file()
                .orElseThrow(() -> INTAKE_UNDECIDED.with(
                        "the file may not be spread: " + decision.reason() + "; send it whole, or in another format"));
        String type = taken.report()
                .type()
                .map(io.mingshi.labels.MediaType::mimeType)
                .orElse(MediaType.APPLICATION_OCTET_STREAM);
        return Uploads.handOut(spread, type)
                .header("Mingshi-Intake", intake.number())
                .header("Mingshi-Notice", decision.notice())
                .header("Mingshi-Tampered", decision.tampered())
                .header("Mingshi-Reason", decision.reason())
                .build();
    }

    /// The question has no answer that is ticked beforehand.
    private static boolean declaration(@Nullable String declared) {
        return switch (declared == null ? "" : declared.strip()) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw DECLARATION_NEEDED.with(
                        "say in the field declared whether the file was generated or changed by AI: true or false");
        };
    }
}
