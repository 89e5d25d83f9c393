package io.mingshi.gateway.openai;

import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.contracts.PersonId;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.edge.Door;
import io.mingshi.gateway.edge.Fields;
import io.mingshi.gateway.edge.Requesters;
import io.mingshi.gateway.edge.UploadForm;
import io.mingshi.gateway.generation.Recorded;
import io.mingshi.gateway.work.WorkLinks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/// Pictures, made, edited and varied.
@Path("/v1/images")
@RunOnVirtualThread
class ImagesResource {
    private final Requesters requesters;
    private final Door door;
    private final WorkLinks links;

    ImagesResource(Requesters requesters, Door door, WorkLinks links) {
        this.requesters = requesters;
        this.door = door;
        this.links = links;
    }

    @POST
    @Path("/generations")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response generations(@HeaderParam("Authorization") @Nullable String authorization, @Nullable JsonNode body) {
        var person = requesters.of(authorization);
        Fields fields = Fields.of(body);
        png(fields.optional("output_format").orElse("png"));
        if (fields.flag("stream")) {
            throw UNSUPPORTED.with("pictures are not streamed: an unfinished one is neither reviewed nor labelled");
        }
        var size = Fields.size(fields.optional("size").orElse(null));
        var prompt =
                new Prompt.Picture(fields.model(), fields.text("prompt"), fields.count(), size.width(), size.height());
        boolean asAddress = Fields.asAddress(fields.optional("response_format").orElse(null));
        return deliver(person, prompt, asAddress);
    }

    @POST
    @Path("/edits")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response edits(@HeaderParam("Authorization") @Nullable String authorization, MultipartFormDataInput input) {
        var person = requesters.of(authorization);
        var form = new UploadForm(input);
        if (form.has("mask")) {
            throw UNSUPPORTED.with("masks are not offered: leave the mask out and describe the place in the prompt");
        }
        png(form.optional("output_format").orElse("png"));
        var prompt = new Prompt.Edit(form.model(), form.text("prompt"), form.picture(), form.count(), form.depiction());
        return deliver(person, prompt, form.asAddress());
    }

    /// The size is that of the picture that is handed in.
    @POST
    @Path("/variations")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response variations(
            @HeaderParam("Authorization") @Nullable String authorization, MultipartFormDataInput input) {
        var person = requesters.of(authorization);
        var form = new UploadForm(input);
        var prompt = new Prompt.Variation(form.model(), form.picture(), form.count(), form.depiction());
        return deliver(person, prompt, form.asAddress());
    }

    private static void png(String format) {
        if (!format.equals("png")) {
            throw UNSUPPORTED.with("output_format must be png: in this format every picture can be labelled");
        }
    }

    private Response deliver(PersonId person, Prompt prompt, boolean asAddress) {
        var made = door.whole(person, prompt);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("created", made.admission().admittedAt().getEpochSecond());
        ArrayNode data = body.putArray("data");
        made.works().forEach(work -> data.add(item(work, asAddress)));
        body.set("mingshi", ChatBodies.mingshi(made.works().getFirst().work()));
        return made.response(body);
    }

    private ObjectNode item(Recorded work, boolean asAddress) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        if (asAddress) {
            item.put("url", links.temporaryAddress(work.work()));
        } else {
            item.put(
                    "b64_json",
                    Base64.getEncoder().encodeToString(work.content().bytes()));
        }
        item.set("mingshi", ChatBodies.mingshi(work.work()));
        return item;
    }
}
