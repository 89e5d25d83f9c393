package io.mingshi.gateway.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.Admit;
import io.mingshi.gateway.generation.GenerateWorks;
import io.mingshi.gateway.generation.Recorded;
import io.mingshi.gateway.generation.StreamText;
import io.mingshi.servicekit.problem.ProblemResponses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Conversations, whole and streamed.
@Path("/v1/chat/completions")
@RunOnVirtualThread
class ChatResource {
    static final String PRODUCE_ID = "Mingshi-Produce-Id";

    private final Requesters requesters;
    private final Admit admit;
    private final GenerateWorks generate;
    private final StreamText stream;
    private final ResponseEnd end;
    private final ObjectMapper json;
    private final ProblemResponses problems;
    private final OpenAiErrors errors;

    ChatResource(
            Requesters requesters,
            Admit admit,
            GenerateWorks generate,
            StreamText stream,
            ResponseEnd end,
            ObjectMapper json,
            ProblemResponses problems,
            OpenAiErrors errors) {
        this.requesters = requesters;
        this.admit = admit;
        this.generate = generate;
        this.stream = stream;
        this.end = end;
        this.json = json;
        this.problems = problems;
        this.errors = errors;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response complete(@HeaderParam("Authorization") @Nullable String authorization, @Nullable JsonNode body) {
        var person = requesters.of(authorization);
        var request = ChatRequest.of(body);
        Admission admission = admit.admit(person, request.prompt());
        return request.stream() ? streamed(admission, request) : whole(admission);
    }

    private Response whole(Admission admission) {
        var result = generate.generate(admission);
        var works = result.works().stream().map(Recorded::work).toList();
        end.delivers(works);
        return Response.ok(new ChatBodies(admission).whole(result), MediaType.APPLICATION_JSON)
                .header(PRODUCE_ID, header(works))
                .build();
    }

    private Response streamed(Admission admission, ChatRequest request) {
        var open = stream.open(admission, request.prompt());
        end.onDisconnect(open::cancel);
        var output = new ChatStream(
                open,
                new ChatBodies(admission),
                request.usageWanted(),
                json,
                problems,
                errors,
                works -> end.delivers(works.stream().map(Recorded::work).toList()));
        return Response.ok(output, "text/event-stream")
                .header("Cache-Control", "no-cache")
                .header(PRODUCE_ID, header(open.works()))
                .build();
    }

    static String header(List<ProduceId> works) {
        return works.stream().map(ProduceId::value).collect(Collectors.joining(","));
    }
}
