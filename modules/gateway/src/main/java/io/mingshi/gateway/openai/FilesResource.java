package io.mingshi.gateway.openai;

import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.gateway.edge.Requesters;
import io.mingshi.gateway.edge.UploadForm;
import io.mingshi.gateway.file.PersonalFile;
import io.mingshi.gateway.file.PersonalFiles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/// Files that people hand in and have back.
@Path("/v1/files")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FilesResource {
    private static final Set<String> PURPOSES = Set.of("user_data", "assistants", "evals");

    private final Requesters requesters;
    private final PersonalFiles files;

    FilesResource(Requesters requesters, PersonalFiles files) {
        this.requesters = requesters;
        this.files = files;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public ObjectNode upload(
            @HeaderParam("Authorization") @Nullable String authorization, MultipartFormDataInput input) {
        var person = requesters.ofAll(authorization);
        var form = new UploadForm(input);
        String purpose = form.text("purpose");
        if (!PURPOSES.contains(purpose)) {
            throw UNSUPPORTED.with("purpose must be one of "
                    + PURPOSES.stream().sorted().toList() + ": batches and training are not offered");
        }
        return view(files.take(person, form.fileName(), purpose, form.file(PersonalFiles.MAX_BYTES)));
    }

    @GET
    public ObjectNode list(@HeaderParam("Authorization") @Nullable String authorization) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode data = body.putArray("data");
        files.of(requesters.ofAll(authorization)).forEach(file -> data.add(view(file)));
        if (!data.isEmpty()) {
            body.put("first_id", data.get(0).path("id").asText());
            body.put("last_id", data.get(data.size() - 1).path("id").asText());
        }
        return body.put("has_more", false);
    }

    @GET
    @Path("/{id}")
    public ObjectNode find(@HeaderParam("Authorization") @Nullable String authorization, @PathParam("id") String id) {
        return view(files.find(requesters.ofAll(authorization), id));
    }

    /// The bytes as they were handed in, for their owner; no browser is to show them as a page.
    @GET
    @Path("/{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(@HeaderParam("Authorization") @Nullable String authorization, @PathParam("id") String id) {
        return Response.ok(files.content(requesters.ofAll(authorization), id), MediaType.APPLICATION_OCTET_STREAM)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    @DELETE
    @Path("/{id}")
    public ObjectNode delete(@HeaderParam("Authorization") @Nullable String authorization, @PathParam("id") String id) {
        files.delete(requesters.ofAll(authorization), id);
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", "file")
                .put("deleted", true);
    }

    private static ObjectNode view(PersonalFile file) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", file.id())
                .put("object", "file")
                .put("bytes", file.size())
                .put("created_at", file.createdAt().getEpochSecond())
                .put("filename", file.name())
                .put("purpose", file.purpose())
                .put("status", "processed");
    }
}
