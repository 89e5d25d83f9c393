package io.mingshi.gateway.upstream.demo;

import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.generation.Generated.Piece;
import io.mingshi.gateway.generation.ToolCall;
import java.util.List;

/// Answers in words that say what they come from; calls a tool whose name is said, and answers as JSON when asked to.
final class Conversation {
    private static final int MAX_QUOTE = 2_000;

    private final ObjectMapper json;

    Conversation(ObjectMapper json) {
        this.json = json;
    }

    Piece.Text answer(Prompt.Chat chat, int variant) {
        JsonNode request = read(chat.request());
        for (JsonNode tool : request.path("tools")) {
            String name = tool.path("function").path("name").asText();
            if (chat.question().contains(name)) {
                String arguments =
                        json.createObjectNode().put("question", chat.question()).toString();
                return new Piece.Text("", List.of(new ToolCall("call_demo_" + variant, name, arguments)), "tool_calls");
            }
        }
        String spoken = spoken(chat, variant);
        return switch (request.path("response_format").path("type").asText("text")) {
            case "json_object" ->
                new Piece.Text(json.createObjectNode().put("answer", spoken).toString(), "stop");
            case "json_schema" ->
                throw UNSUPPORTED.with("the demonstration generator follows no schema: ask for json_object");
            default -> new Piece.Text(spoken, "stop");
        };
    }

    static String heard(Prompt.Transcription prompt) {
        return "This is " + prompt.model() + ", a demonstration and no speech recogniser. It was given "
                + prompt.sound().type() + " of " + prompt.sound().bytes().length + " bytes.";
    }

    private JsonNode read(String request) {
        try {
            return json.readTree(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the gateway wrote this JSON itself", e);
        }
    }

    private static String spoken(Prompt.Chat chat, int variant) {
        String question = chat.question().strip();
        String quote = question.length() > MAX_QUOTE ? question.substring(0, MAX_QUOTE) + " …" : question;
        String version = variant == 0 ? "" : " (version " + (variant + 1) + ")";
        boolean han = question.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return han
                ? "我是 " + chat.model() + "，一个演示生成器，不是语言模型" + version + "。您说：“" + quote + "”。共 "
                        + question.codePointCount(0, question.length()) + " 个字符。"
                : "This is " + chat.model() + ", a demonstration generator and no language model" + version
                        + ". You said: \"" + quote + "\". That is "
                        + question.codePointCount(0, question.length()) + " characters in "
                        + question.split("\\s+", -1).length + " words.";
    }
}
