package io.mingshi.gateway.responses;

import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.gateway.edge.Conversations;
import io.mingshi.gateway.edge.Door;
import io.mingshi.gateway.edge.Fields;
import io.mingshi.gateway.edge.ReferencedFiles;
import io.mingshi.gateway.edge.Requesters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Responses, whole and streamed. Conversations are not kept, so each request brings all of its own.
@Path("/v1/responses")
@RunOnVirtualThread
class ResponsesResource {
    private final Requesters requesters;
    private final Door door;
    private final ReferencedFiles files;

    ResponsesResource(Requesters requesters, Door door, ReferencedFiles files) {
        this.requesters = requesters;
        this.door = door;
        this.files = files;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response respond(@HeaderParam("Authorization") @Nullable String authorization, @Nullable JsonNode body) {
        var person = requesters.of(authorization);
        Fields fields = Fields.of(body);
        var prompt = Conversations.read(Fields.of(ResponseRequest.asChat(fields)), files.of(person));
        if (fields.flag("stream")) {
            return door.streamed(
                    person, prompt, admission -> new ResponseEvents(new ResponseBodies(admission, fields)));
        }
        var made = door.whole(person, prompt);
        return made.response(new ResponseBodies(made.admission(), fields).whole(made));
    }

    @GET
    @Path("/{id}")
    public Response find(@HeaderParam("Authorization") @Nullable String authorization, @PathParam("id") String id) {
        requesters.of(authorization);
        throw UNSUPPORTED.with("responses are not stored: the works of " + id + " stand under /api/gateway/works");
    }
}
