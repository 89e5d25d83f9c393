package io.mingshi.gateway.openai;

import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.contracts.PersonId;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admit;
import io.mingshi.gateway.generation.GenerateWorks;
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

/// Pictures, made and edited.
@Path("/v1/images")
@RunOnVirtualThread
class ImagesResource {
    private final Requesters requesters;
    private final Admit admit;
    private final GenerateWorks generate;
    private final ResponseEnd end;
    private final WorkLinks links;

    ImagesResource(Requesters requesters, Admit admit, GenerateWorks generate, ResponseEnd end, WorkLinks links) {
        this.requesters = requesters;
        this.admit = admit;
        this.generate = generate;
        this.end = end;
        this.links = links;
    }

    @POST
    @Path("/generations")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response generations(@HeaderParam("Authorization") @Nullable String authorization, @Nullable JsonNode body) {
        var person = requesters.of(authorization);
        Fields fields = Fields.of(body);
        if (!fields.optional("output_format").orElse("png").equals("png")) {
            throw UNSUPPORTED.with(
                    "output_format must be png: the formats that can be labelled are named in the README");
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
        var form = new EditForm(input);
        return deliver(person, form.read(), form.asAddress());
    }

    private Response deliver(PersonId person, Prompt prompt, boolean asAddress) {
        var admission = admit.admit(person, prompt);
        var works = generate.generate(admission).works();
        var ids = works.stream().map(Recorded::work).toList();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("created", admission.admittedAt().getEpochSecond());
        ArrayNode data = body.putArray("data");
        works.forEach(work -> data.add(item(work, asAddress)));
        body.set("mingshi", ChatBodies.mingshi(ids.getFirst()));
        end.delivers(ids);
        return Response.ok(body, MediaType.APPLICATION_JSON)
                .header(ChatResource.PRODUCE_ID, ChatResource.header(ids))
                .build();
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
