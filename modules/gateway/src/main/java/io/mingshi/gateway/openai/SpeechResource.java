package io.mingshi.gateway.openai;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admit;
import io.mingshi.gateway.generation.GenerateWorks;
import io.mingshi.gateway.generation.Recorded;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Speech, as WAV.
@Path("/v1/audio/speech")
@RunOnVirtualThread
class SpeechResource {
    private static final int MAX_CHARACTERS = 4_096;
    private static final double SLOWEST = 0.25;
    private static final double FASTEST = 4;

    private final Requesters requesters;
    private final Admit admit;
    private final GenerateWorks generate;
    private final ResponseEnd end;

    SpeechResource(Requesters requesters, Admit admit, GenerateWorks generate, ResponseEnd end) {
        this.requesters = requesters;
        this.admit = admit;
        this.generate = generate;
        this.end = end;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response speak(@HeaderParam("Authorization") @Nullable String authorization, @Nullable JsonNode body) {
        var person = requesters.of(authorization);
        var admission = admit.admit(person, prompt(Fields.of(body)));
        Recorded work = generate.generate(admission).works().getFirst();
        end.delivers(List.of(work.work()));
        return Response.ok(work.content().bytes(), work.content().type().mimeType())
                .header(ChatResource.PRODUCE_ID, work.work().value())
                .build();
    }

    private static Prompt.Speech prompt(Fields fields) {
        String text = fields.text("input");
        if (text.length() > MAX_CHARACTERS) {
            throw INVALID_REQUEST.with("the parameter input has at most " + MAX_CHARACTERS + " characters");
        }
        if (!fields.optional("response_format").orElse("wav").equals("wav")) {
            throw UNSUPPORTED.with("response_format must be wav: other sound formats cannot be labelled yet");
        }
        if (!fields.optional("stream_format").orElse("audio").equals("audio")) {
            throw UNSUPPORTED.with("stream_format must be audio: speech is sent whole");
        }
        double speed = fields.body().path("speed").asDouble(1);
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw INVALID_REQUEST.with("the parameter speed must be from " + SLOWEST + " to " + FASTEST);
        }
        return new Prompt.Speech(
                fields.model(),
                text,
                fields.optional("voice").orElse("alloy"),
                fields.optional("instructions").orElse(""),
                speed);
    }
}
