package io.mingshi.gateway.openai;

import com.fasterxml.jackson.databind.JsonNode;
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

/// Conversations, whole and streamed.
@Path("/v1/chat/completions")
@RunOnVirtualThread
class ChatResource {
    private final Requesters requesters;
    private final Door door;
    private final ReferencedFiles files;

    ChatResource(Requesters requesters, Door door, ReferencedFiles files) {
        this.requesters = requesters;
        this.door = door;
        this.files = files;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response complete(@HeaderParam("Authorization") @Nullable String authorization, @Nullable JsonNode body) {
        var person = requesters.of(authorization);
        Fields fields = Fields.of(body);
        var prompt = Conversations.read(fields, files.of(person));
        if (fields.flag("stream")) {
            boolean usageWanted =
                    fields.body().path("stream_options").path("include_usage").asBoolean(false);
            return door.streamed(person, prompt, admission -> new ChatChunks(admission, usageWanted));
        }
        var made = door.whole(person, prompt);
        return made.response(ChatBodies.whole(made));
    }
}
