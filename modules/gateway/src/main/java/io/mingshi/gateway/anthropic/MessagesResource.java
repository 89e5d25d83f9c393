package io.mingshi.gateway.anthropic;

import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.gateway.edge.Conversations;
import io.mingshi.gateway.edge.Door;
import io.mingshi.gateway.edge.Fields;
import io.mingshi.gateway.edge.ReferencedFiles;
import io.mingshi.gateway.edge.Requesters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Messages, whole and streamed, for Anthropic's libraries: another language at the same door.
@Path("/v1/messages")
@RunOnVirtualThread
class MessagesResource {
    private final Requesters requesters;
    private final Door door;
    private final ReferencedFiles files;
    private final ObjectMapper json;

    MessagesResource(Requesters requesters, Door door, ReferencedFiles files, ObjectMapper json) {
        this.requesters = requesters;
        this.door = door;
        this.files = files;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("x-api-key") @Nullable String key,
            @Nullable JsonNode body) {
        var person = requesters.of(authorization, key);
        Fields fields = Fields.of(body);
        var prompt = Conversations.read(Fields.of(MessageRequest.asChat(fields)), files.of(person));
        if (fields.flag("stream")) {
            return door.streamed(person, prompt, MessageEvents::new);
        }
        var made = door.whole(person, prompt);
        return made.response(MessageBodies.whole(made, json));
    }

    @POST
    @Path("/count_tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response countTokens(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("x-api-key") @Nullable String key) {
        requesters.of(authorization, key);
        throw UNSUPPORTED.with("tokens are not counted beforehand: each model counts differently, and answers say"
                + " in usage what it counted");
    }
}
