package io.mingshi.complaints.http;

import static io.mingshi.complaints.ComplaintsProblem.UNKNOWN_MATTER;

import io.mingshi.complaints.FileComplaint;
import io.mingshi.complaints.Filing;
import io.mingshi.complaints.ReadTickets;
import io.mingshi.complaints.ResultLimit;
import io.mingshi.complaints.Submission;
import io.mingshi.contracts.ProduceId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// The public entry: nobody has to log in.
@Path("/api/complaints")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class TicketResource {
    private final FileComplaint fileComplaint;
    private final ReadTickets readTickets;
    private final Clock clock;
    private final String publicUrl;

    TicketResource(
            FileComplaint fileComplaint,
            ReadTickets readTickets,
            Clock clock,
            @ConfigProperty(name = "mingshi.public-url", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.fileComplaint = fileComplaint;
        this.readTickets = readTickets;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @POST
    @Path("/tickets")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(
            @RestForm @Nullable FileUpload file,
            @RestForm @Nullable String produceId,
            @RestForm @Nullable String link,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String contact,
            @RestForm @Nullable String matter)
            throws IOException {
        var accepted = fileComplaint.file(new Submission(
                bytesOf(file),
                given(produceId).map(ProduceId::new),
                given(link),
                given(reason).orElse(""),
                given(contact),
                limitOf(matter)));
        Filing filing = accepted.filing();
        return Response.status(Response.Status.CREATED)
                .entity(new Receipt(
                        filing.number(),
                        accepted.secret(),
                        filing.due(),
                        filing.limit().workingDays(),
                        filing.work(),
                        publicUrl + "/complaints/" + accepted.secret()))
                .build();
    }

    @GET
    @Path("/tickets/{secret}")
    public TicketView ticket(@PathParam("secret") String secret) {
        return TicketView.of(readTickets.bySecret(secret), clock.instant());
    }

    @GET
    @Path("/process")
    public PublishedProcess process() {
        return PublishedProcess.published(publicUrl);
    }

    private static Optional<byte[]> bytesOf(@Nullable FileUpload file) throws IOException {
        if (file == null || file.size() == 0) {
            return Optional.empty();
        }
        Submission.requireSize(file.size());
        return Optional.of(Files.readAllBytes(file.uploadedFile()));
    }

    private static Optional<String> given(@Nullable String field) {
        return Optional.ofNullable(field).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static ResultLimit limitOf(@Nullable String matter) {
        return given(matter)
                .map(name -> switch (name) {
                    case "GENERAL" -> ResultLimit.GENERAL;
                    case "PERSONAL_INFORMATION" -> ResultLimit.PERSONAL_INFORMATION;
                    default -> throw UNKNOWN_MATTER.with("matter is GENERAL or PERSONAL_INFORMATION, or left out");
                })
                .orElse(ResultLimit.GENERAL);
    }

    /// @param secret told only here; `page` is the link that contains it
    /// @param work the work that the complaint is about; null when it could not be told
    record Receipt(
            String ticket,
            String secret,
            Instant due,
            int limitWorkingDays,
            @Nullable ProduceId work,
            String page) {}
}
