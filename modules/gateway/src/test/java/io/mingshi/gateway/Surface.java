package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/// Every address under which content goes in or comes out, and the places where it does.
enum Surface {
    CHAT("/v1/chat/completions", "/v1/chat/completions", """
            {"model":"played-chat","n":«n»,"stream":«stream»,"messages":[{"role":"system","content":"«system»"},
            {"role":"user","content":[{"type":"text","text":"«part»"}]},
            {"role":"assistant","content":"«assistant»","tool_calls":[{"id":"c1","type":"function",
            "function":{"name":"weather","arguments":"{\\"q\\":\\"«call argument»\\"}"}}]},
            {"role":"tool","tool_call_id":"c1","content":"«tool result»"},{"role":"user","content":"«user»"}],
            "tools":[{"type":"function","function":{"name":"weather","description":"«tool definition»",
            "parameters":{"type":"object","properties":{"image_url":{"url":"«tool schema»"}}}}}],"stop":["«stop»"]}"""),
    CHAT_JSON("/v1/chat/completions", "/v1/chat/completions", """
            {"model":"played-chat","n":«n»,"stream":«stream»,"messages":[{"role":"user","content":"«user»"}],
            "response_format":{"type":"json_schema","json_schema":{"name":"a","schema":{"description":"«schema»"}}}}"""),
    RESPONSES("/v1/responses", "/v1/chat/completions", """
            {"model":"played-chat","stream":«stream»,"instructions":"«instructions»","input":[
            {"role":"user","content":[{"type":"input_text","text":"«part»"}]},
            {"type":"function_call","call_id":"c1","name":"weather","arguments":"{\\"q\\":\\"«call argument»\\"}"},
            {"type":"function_call_output","call_id":"c1","output":"«tool result»"},
            {"role":"user","content":"«user»"}],
            "tools":[{"type":"function","name":"weather","description":"«tool definition»",
            "parameters":{"type":"object"}}]}"""),
    RESPONSES_JSON("/v1/responses", "/v1/chat/completions", """
            {"model":"played-chat","stream":«stream»,"input":"«user»","text":{"format":{"type":"json_schema",
            "name":"a","schema":{"description":"«schema»"}}}}"""),
    MESSAGES("/v1/messages", "/v1/chat/completions", """
            {"model":"played-chat","max_tokens":100,"stream":«stream»,"system":"«system»","messages":[
            {"role":"user","content":[{"type":"text","text":"«block»"}]},
            {"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"weather",
            "input":{"q":"«call argument»"}}]},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"«tool result»"}]},
            {"role":"user","content":"«user»"}],"stop_sequences":["«stop»"],
            "tools":[{"name":"weather","description":"«tool definition»","input_schema":{"type":"object"}}]}"""),
    PICTURES("/v1/images/generations", "/v1/images/generations", """
            {"model":"played-image","prompt":"«prompt»","size":"256x256"}"""),
    EDITS("/v1/images/edits", "/v1/images/edits", "model=played-edit|prompt=«prompt»|depicts=none|image=@"),
    VARIATIONS("/v1/images/variations", "/v1/images/variations", "model=played-edit|depicts=none|image=@"),
    SPEECH("/v1/audio/speech", "/v1/audio/speech", """
            {"model":"played-speech","input":"«input»","voice":"«voice»","instructions":"«instructions»"}"""),
    TRANSCRIPTIONS(
            "/v1/audio/transcriptions",
            "/v1/audio/transcriptions",
            "model=played-hearing|prompt=«prompt»|language=«language»|file=@"),
    FILES("/v1/files", "/v1/none", "purpose=user_data|file=@«content»"),
    VIDEOS("/v1/videos", "/v1/videos", """
            {"model":"played-film","prompt":"«prompt»","seconds":"1","size":"256x256"}""");

    private static final Pattern PLACE = Pattern.compile("«([a-z ]+)»");

    private final String path;
    private final String upstream;
    private final String template;

    Surface(String path, String upstream, String template) {
        this.path = path;
        this.upstream = upstream;
        this.template = template;
    }

    String path() {
        return path;
    }

    String upstream() {
        return upstream;
    }

    boolean conversation() {
        return ordinal() <= MESSAGES.ordinal();
    }

    boolean text() {
        return conversation() || this == TRANSCRIPTIONS;
    }

    List<Boolean> modes() {
        return conversation() ? List.of(false, true) : List.of(false);
    }

    /// Where content goes in.
    List<String> places() {
        return PLACE.matcher(template)
                .results()
                .map(found -> found.group(1))
                .filter(place -> !place.equals("n") && !place.equals("stream"))
                .toList();
    }

    /// Where text that is forbidden could come out.
    List<Said> says() {
        return switch (this) {
            case CHAT ->
                List.of(
                        Said.TEXT,
                        Said.SECOND_CHOICE,
                        Said.CALL,
                        Said.SECOND_CALL,
                        Said.CALL_IN_ESCAPES,
                        Said.CALL_BACKSLASHED,
                        Said.CALL_NAME,
                        Said.JSON_IN_ESCAPES);
            case RESPONSES, MESSAGES ->
                List.of(
                        Said.TEXT,
                        Said.CALL,
                        Said.SECOND_CALL,
                        Said.CALL_IN_ESCAPES,
                        Said.CALL_BACKSLASHED,
                        Said.CALL_NAME,
                        Said.JSON_IN_ESCAPES);
            case CHAT_JSON, RESPONSES_JSON -> List.of(Said.JSON, Said.JSON_IN_ESCAPES, Said.JSON_BACKSLASHED);
            case TRANSCRIPTIONS -> List.of(Said.TEXT);
            case PICTURES, EDITS, VARIATIONS, SPEECH, FILES, VIDEOS -> List.of();
        };
    }

    /// What comes out, to be labelled; films come out of jobs, which have tests of their own.
    List<Said> produces() {
        return switch (this) {
            case PICTURES, EDITS, VARIATIONS, SPEECH -> List.of(Said.MEDIUM);
            case FILES, VIDEOS -> List.of();
            default -> says();
        };
    }

    /// What a stream ends with when something was forbidden.
    String blocked() {
        return this == MESSAGES ? "\"refusal\"" : "content_filter";
    }

    Response send(boolean streamed, int choices, Map<String, String> words) {
        String request = PLACE.matcher(template).replaceAll(found -> switch (found.group(1)) {
            case "n" -> String.valueOf(choices);
            case "stream" -> String.valueOf(streamed);
            default -> words.getOrDefault(found.group(1), "fine");
        });
        return template.startsWith("{")
                ? GatewayTest.as("alice").body(request).post(path)
                : form(request).post(path);
    }

    private RequestSpecification form(String request) {
        RequestSpecification form = given().auth().oauth2(Tokens.of("alice"));
        for (String field : request.split("\\|")) {
            String name = field.substring(0, field.indexOf('='));
            String value = field.substring(field.indexOf('=') + 1);
            if (!value.startsWith("@")) {
                form = form.multiPart(name, value);
            } else if (name.equals("image")) {
                form = form.multiPart(name, "a.png", picture(), "image/png");
            } else if (this == FILES) {
                form = form.multiPart(name, "a.txt", value.substring(1).getBytes(UTF_8), "text/plain");
            } else {
                form = form.multiPart(name, "a.wav", sound(), "audio/wav");
            }
        }
        return form;
    }

    void playFine(World world, boolean streamed) {
        play(world, streamed, says().isEmpty() ? Said.MEDIUM : says().getFirst(), "a calm sea");
    }

    void play(World world, boolean streamed, Said said, String word) {
        world.model("played-image", "IMAGE_GENERATION", true, "");
        world.model("played-edit", "IMAGE_EDIT", true, "");
        world.model("played-speech", "SPEECH", true, "");
        world.model("played-hearing", "TRANSCRIPTION", true, "");
        world.model("played-film", "VIDEO", true, "");
        switch (this) {
            case CHAT, CHAT_JSON, RESPONSES, RESPONSES_JSON, MESSAGES -> {
                if (streamed) {
                    world.playStream(said.pieces(word).toArray(String[]::new));
                } else {
                    world.play(upstream, 200, said.whole(word));
                }
            }
            case PICTURES, EDITS, VARIATIONS ->
                world.play(
                        upstream,
                        200,
                        Map.of(
                                "data",
                                List.of(Map.of("b64_json", Base64.getEncoder().encodeToString(picture())))));
            case SPEECH -> world.playBytes(upstream, "audio/wav", sound());
            case TRANSCRIPTIONS -> world.play(upstream, 200, Map.of("text", word));
            case VIDEOS -> world.play(upstream, 200, Map.of("id", "job-of-the-matrix"));
            case FILES -> {}
        }
    }

    /// The picture or sound in an answer.
    byte[] medium(Response answer) {
        return this == SPEECH
                ? answer.asByteArray()
                : Base64.getDecoder().decode(answer.jsonPath().getString("data[0].b64_json"));
    }

    private static byte[] picture() {
        try {
            var png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB), "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A second of a soft tone.
    private static byte[] sound() {
        int rate = 16_000;
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * rate).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(UTF_8)).putInt(36 + 2 * rate).put("WAVEfmt ".getBytes(UTF_8));
        wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
        wav.putShort((short) 2).putShort((short) 16).put("data".getBytes(UTF_8)).putInt(2 * rate);
        for (int i = 0; i < rate; i++) {
            wav.putShort((short) (8_000 * Math.sin(i / 8.0)));
        }
        return wav.array();
    }
}
