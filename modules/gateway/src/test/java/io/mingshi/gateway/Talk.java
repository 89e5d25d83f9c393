package io.mingshi.gateway;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The three surfaces of a conversation, whole and streamed, as a person uses them.
enum Talk {
    CHAT("/v1/chat/completions", false),
    CHAT_STREAMED("/v1/chat/completions", true),
    RESPONSES("/v1/responses", false),
    RESPONSES_STREAMED("/v1/responses", true),
    MESSAGES("/v1/messages", false),
    MESSAGES_STREAMED("/v1/messages", true);

    private final String path;
    private final boolean streamed;

    Talk(String path, boolean streamed) {
        this.path = path;
        this.streamed = streamed;
    }

    /// Says this last, after what was said before by turns, beginning with the person.
    Response say(String person, String model, String words, String... before) {
        List<Map<String, String>> turns = new ArrayList<>();
        for (String earlier : before) {
            turns.add(Map.of("role", turns.size() % 2 == 0 ? "user" : "assistant", "content", earlier));
        }
        turns.add(Map.of("role", "user", "content", words));
        Map<String, Object> body = new HashMap<>(Map.of("model", model, "stream", streamed));
        body.put(path.endsWith("responses") ? "input" : "messages", turns);
        if (path.endsWith("messages")) {
            body.put("max_tokens", 500);
        }
        return GatewayTest.as(person).body(body).post(path);
    }

    /// The text that the person reads.
    String text(Response response) {
        response.then().statusCode(200);
        String body = response.asString();
        if (streamed) {
            return Arrays.stream(body.split("\n"))
                    .filter(line -> line.startsWith("data: {"))
                    .map(line -> piece(JsonPath.from(line.substring("data: ".length()))))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining());
        }
        return JsonPath.from(body)
                .getString(
                        switch (path) {
                            case "/v1/responses" -> "output[0].content[0].text";
                            case "/v1/messages" -> "content[0].text";
                            default -> "choices[0].message.content";
                        });
    }

    private String piece(JsonPath event) {
        return switch (path) {
            case "/v1/responses" ->
                "response.output_text.delta".equals(event.getString("type")) ? event.getString("delta") : null;
            case "/v1/messages" ->
                "content_block_delta".equals(event.getString("type")) ? event.getString("delta.text") : null;
            default -> event.getString("choices[0].delta.content");
        };
    }
}
