package io.mingshi.gateway.openai;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.TOO_LARGE;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.edge.Door;
import io.mingshi.gateway.edge.Fields;
import io.mingshi.gateway.edge.Requesters;
import io.mingshi.gateway.edge.UploadForm;
import io.mingshi.gateway.generation.Recorded;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/// Speech, as WAV, and sounds written down.
@Path("/v1/audio")
@RunOnVirtualThread
class AudioResource {
    private static final int MAX_CHARACTERS = 4_096;
    private static final int MAX_SOUND = 25 << 20;
    private static final int MAX_SAMPLE = 12 << 20;
    private static final Pattern INLINE = Pattern.compile("data:audio/[a-z0-9.+-]{2,20};base64,");
    private static final double SLOWEST = 0.25;
    private static final double FASTEST = 4;

    private final Requesters requesters;
    private final Door door;

    AudioResource(Requesters requesters, Door door) {
        this.requesters = requesters;
        this.door = door;
    }

    @POST
    @Path("/speech")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response speak(@HeaderParam("Authorization") @Nullable String authorization, @Nullable JsonNode body) {
        var person = requesters.of(authorization);
        var made = door.whole(person, speech(Fields.of(body)));
        Recorded work = made.works().getFirst();
        return made.response(work.content().bytes(), work.content().type().mimeType());
    }

    private static Prompt.Speech speech(Fields fields) {
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
                speed,
                fields.optional("ref_audio").map(sound -> sample(sound, fields)));
    }

    /// A voice to be imitated, in the fields of vLLM-Omni's speech interface and with ours that say whose it is.
    private static Prompt.Sample sample(String url, Fields fields) {
        var start = INLINE.matcher(url);
        if (!start.lookingAt()) {
            throw UNSUPPORTED.with("ref_audio is taken only inside the request, as data:audio/wav;base64,…: addresses"
                    + " are not followed");
        }
        if (url.length() > MAX_SAMPLE / 3 * 4) {
            throw TOO_LARGE.with("ref_audio has at most " + MAX_SAMPLE + " bytes: send a shorter sample");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(url.substring(start.end()));
            return new Prompt.Sample(sound(bytes), fields.optional("ref_text").orElse(""), fields.depiction());
        } catch (IllegalArgumentException e) {
            throw INVALID_REQUEST.with("ref_audio is not Base64");
        }
    }

    /// The text is screened and begins with the notice, as every text does.
    @POST
    @Path("/transcriptions")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response transcribe(
            @HeaderParam("Authorization") @Nullable String authorization, MultipartFormDataInput input) {
        var person = requesters.of(authorization);
        var form = new UploadForm(input);
        String format = form.optional("response_format").orElse("json");
        if (!format.equals("json") && !format.equals("text")) {
            throw UNSUPPORTED.with("response_format must be json or text: times of words are not offered");
        }
        if (form.optional("stream").filter("true"::equals).isPresent()) {
            throw UNSUPPORTED.with("transcriptions are not streamed: leave stream out");
        }
        var made = door.whole(
                person,
                new Prompt.Transcription(
                        form.model(),
                        sound(form.file(MAX_SOUND)),
                        form.optional("prompt").orElse(""),
                        form.optional("language").orElse("")));
        Recorded work = made.works().getFirst();
        if (format.equals("text")) {
            return made.response(work.answer().text(), "text/plain;charset=UTF-8");
        }
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("text", work.answer().text());
        body.set("mingshi", ChatBodies.mingshi(work.work()));
        return made.response(body);
    }

    /// What the bytes show counts, not what they are called.
    private static Media sound(byte[] bytes) {
        return io.mingshi.labels.MediaType.sniff(bytes)
                .filter(type -> type.kind() == io.mingshi.labels.MediaType.Kind.AUDIO)
                .map(type -> new Media(type, bytes))
                .orElseThrow(() -> INVALID_REQUEST.with("the file must be a sound: WAV, MP3, FLAC, OGG or M4A"));
    }
}
