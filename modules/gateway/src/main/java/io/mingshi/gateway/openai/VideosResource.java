package io.mingshi.gateway.openai;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.contracts.governance.Capability;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.edge.Door;
import io.mingshi.gateway.edge.Fields;
import io.mingshi.gateway.edge.Requesters;
import io.mingshi.gateway.edge.UploadForm;
import io.mingshi.gateway.video.VideoJob;
import io.mingshi.gateway.video.VideoJobs;
import io.mingshi.gateway.work.Works;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/// Films: asked for, looked after, cancelled and fetched. `…/cancel` is ours; OpenAI has none.
@Path("/v1/videos")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VideosResource {
    private static final String USUAL_SIZE = "720x1280";

    private final Requesters requesters;
    private final VideoJobs jobs;
    private final Works works;
    private final Door door;

    VideosResource(Requesters requesters, VideoJobs jobs, Works works, Door door) {
        this.requesters = requesters;
        this.jobs = jobs;
        this.works = works;
        this.door = door;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public ObjectNode create(@HeaderParam("Authorization") @Nullable String authorization, @Nullable JsonNode body) {
        var person = requesters.of(authorization);
        Fields fields = Fields.of(body);
        if (fields.body().hasNonNull("input_reference")) {
            throw UNSUPPORTED.with("send input_reference as a file in a form: addresses are not followed");
        }
        JsonNode seconds = fields.body().path("seconds");
        var size = size(fields.optional("size").orElse(USUAL_SIZE));
        var film = new Prompt.Film(
                fields.model(),
                fields.text("prompt"),
                seconds(seconds.asText("")),
                size.width(),
                size.height(),
                Optional.empty(),
                Optional.empty());
        return view(jobs.begin(person, film));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public ObjectNode create(
            @HeaderParam("Authorization") @Nullable String authorization, MultipartFormDataInput input) {
        var person = requesters.of(authorization);
        var form = new UploadForm(input);
        var size = size(form.optional("size").orElse(USUAL_SIZE));
        boolean shown = form.has("input_reference");
        var film = new Prompt.Film(
                form.model(),
                form.text("prompt"),
                seconds(form.optional("seconds").orElse("")),
                size.width(),
                size.height(),
                shown ? Optional.of(form.pictureOrFilm("input_reference")) : Optional.empty(),
                shown ? Optional.of(form.depiction()) : Optional.empty());
        return view(jobs.begin(person, film));
    }

    private static int seconds(String seconds) {
        if (seconds.isEmpty()) {
            return 4;
        }
        if (!seconds.matches("[1-9]|1[0-2]")) {
            throw INVALID_REQUEST.with("the parameter seconds must be a whole number from 1 to 12");
        }
        return Integer.parseInt(seconds);
    }

    private static Fields.Size size(String text) {
        var size = Fields.size(text);
        if (size.width() % 2 != 0 || size.height() % 2 != 0) {
            throw INVALID_REQUEST.with("the sides of a film must be even numbers of pixels");
        }
        return size;
    }

    @GET
    public ObjectNode list(@HeaderParam("Authorization") @Nullable String authorization) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode data = body.putArray("data");
        jobs.of(requesters.of(authorization, Capability.VIDEO)).stream()
                .filter(job -> requesters.mayUse(job.model()))
                .forEach(job -> data.add(view(job)));
        if (!data.isEmpty()) {
            body.put("first_id", data.get(0).path("id").asText());
            body.put("last_id", data.get(data.size() - 1).path("id").asText());
        }
        return body.put("has_more", false);
    }

    @GET
    @Path("/{id}")
    public ObjectNode find(@HeaderParam("Authorization") @Nullable String authorization, @PathParam("id") String id) {
        return view(one(authorization, id));
    }

    @POST
    @Path("/{id}/cancel")
    public ObjectNode cancel(@HeaderParam("Authorization") @Nullable String authorization, @PathParam("id") String id) {
        return view(jobs.cancel(one(authorization, id).person(), id));
    }

    @DELETE
    @Path("/{id}")
    public ObjectNode delete(@HeaderParam("Authorization") @Nullable String authorization, @PathParam("id") String id) {
        jobs.delete(one(authorization, id).person(), id);
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", "video.deleted")
                .put("deleted", true);
    }

    /// The labelled film; whoever was depicted and withdrew, or an order, has taken it away by now.
    @GET
    @Path("/{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("id") String id,
            @QueryParam("variant") @Nullable String variant) {
        var person = one(authorization, id).person();
        if (variant != null && !variant.equals("video")) {
            throw UNSUPPORTED.with("variant must be video: stills of a film are not labelled");
        }
        var work = jobs.work(person, id);
        var film = works.content(person, work);
        return door.delivery(work, film);
    }

    /// A key that is for some models sees the films of these alone.
    private VideoJob one(@Nullable String authorization, String id) {
        VideoJob job = jobs.find(requesters.of(authorization, Capability.VIDEO), id);
        requesters.requireFor(job.model());
        return job;
    }

    private static ObjectNode view(VideoJob job) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", job.id())
                .put("object", "video")
                .put("model", job.model().value())
                .put("status", status(job))
                .put("progress", job.progress())
                .put("created_at", job.createdAt().getEpochSecond())
                .put("seconds", String.valueOf(job.seconds()))
                .put("size", job.size())
                .putNull("expires_at")
                .putNull("remixed_from_video_id");
        if (job.endedAt() == null) {
            body.putNull("completed_at");
        } else {
            body.put("completed_at", job.endedAt().getEpochSecond());
        }
        if (job.problem() == null) {
            body.putNull("error");
        } else {
            body.putObject("error").put("code", job.problem()).put("message", job.detail());
        }
        if (job.work() != null) {
            ObjectNode mingshi = ChatBodies.mingshi(job.work());
            if (job.state() == VideoJob.State.HELD) {
                mingshi.put("held", true);
            }
            body.set("mingshi", mingshi);
        }
        return body;
    }

    /// A cancelled film counts as failed in OpenAI's words, which have none for it, and one that waits for a person as
    /// in progress.
    private static String status(VideoJob job) {
        return switch (job.state()) {
            case QUEUED -> "queued";
            case RUNNING, HELD -> "in_progress";
            case COMPLETED -> "completed";
            case FAILED, CANCELLED -> "failed";
        };
    }
}
