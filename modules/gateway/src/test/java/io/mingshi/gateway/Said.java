package io.mingshi.gateway;

import java.util.ArrayList;
import java.util.List;

/// Where a model says something: what is played for it, whole and in pieces that cut it.
enum Said {
    TEXT,
    SECOND_CHOICE,
    CALL,
    SECOND_CALL,
    CALL_IN_ESCAPES,
    CALL_BACKSLASHED,
    CALL_NAME,
    JSON,
    JSON_IN_ESCAPES,
    JSON_BACKSLASHED,
    MEDIUM;

    int choices() {
        return this == SECOND_CHOICE ? 2 : 1;
    }

    boolean calls() {
        return this == CALL
                || this == SECOND_CALL
                || this == CALL_IN_ESCAPES
                || this == CALL_BACKSLASHED
                || this == CALL_NAME;
    }

    /// The JSON of a whole chat completion.
    String whole(String word) {
        return switch (this) {
            case TEXT, MEDIUM -> completion(message(word));
            case SECOND_CHOICE -> completion(message("a calm sky"), message(word));
            case JSON, JSON_IN_ESCAPES, JSON_BACKSLASHED -> completion(message("{\"a\":\"" + written(word) + "\"}"));
            default ->
                completion("\"message\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":["
                        + String.join(",", called(word)) + "]},\"finish_reason\":\"tool_calls\"");
        };
    }

    private List<String> called(String word) {
        return switch (this) {
            case SECOND_CALL -> List.of(call(0, "weather", "{}"), call(1, "weather", "{\"q\":\"" + word + "\"}"));
            case CALL_NAME -> List.of(call(0, "tool_ " + word, "{}"));
            default -> List.of(call(0, "weather", "{\"q\":\"" + written(word) + "\"}"));
        };
    }

    /// The chunks of a streamed one.
    List<String> pieces(String word) {
        List<String> chunks = new ArrayList<>();
        int half = word.length() / 2;
        switch (this) {
            case TEXT, MEDIUM -> {
                chunks.add(delta(0, content(word.substring(0, half))));
                chunks.add(delta(0, content(word.substring(half))));
            }
            case SECOND_CHOICE -> {
                chunks.add(delta(1, content(word.substring(0, half))));
                chunks.add(delta(0, content("a calm sky")));
                chunks.add(delta(1, content(word.substring(half))));
                chunks.add(end(1, "stop"));
            }
            case JSON, JSON_IN_ESCAPES, JSON_BACKSLASHED -> {
                String json = "{\"a\":\"" + written(word) + "\"}";
                chunks.add(delta(0, content(json.substring(0, json.length() / 2))));
                chunks.add(delta(0, content(json.substring(json.length() / 2))));
            }
            default -> {
                called(word).forEach(call -> chunks.add(delta(0, "\"tool_calls\":[" + call + "]")));
            }
        }
        chunks.add(end(0, calls() ? "tool_calls" : "stop"));
        chunks.add("[DONE]");
        return chunks;
    }

    private static String completion(String... choices) {
        var all = new ArrayList<String>();
        for (String choice : choices) {
            all.add("{\"index\":" + all.size() + "," + choice + "}");
        }
        return "{\"choices\":[" + String.join(",", all) + "]}";
    }

    private static String message(String text) {
        return "\"message\":{\"role\":\"assistant\"," + content(text) + "},\"finish_reason\":\"stop\"";
    }

    private static String content(String text) {
        return "\"content\":" + quoted(text);
    }

    private static String call(int index, String name, String arguments) {
        return "{\"index\":" + index + ",\"id\":\"theirs\",\"type\":\"function\",\"function\":{\"name\":" + quoted(name)
                + ",\"arguments\":" + quoted(arguments) + "}}";
    }

    private static String delta(int choice, String delta) {
        return "{\"choices\":[{\"index\":" + choice + ",\"delta\":{" + delta + "},\"finish_reason\":null}]}";
    }

    private static String end(int choice, String reason) {
        return "{\"choices\":[{\"index\":" + choice + ",\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}";
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private String written(String word) {
        return switch (this) {
            case JSON_IN_ESCAPES, CALL_IN_ESCAPES -> escapes(word);
            case JSON_BACKSLASHED, CALL_BACKSLASHED -> word.replaceFirst("b", "\\\\b");
            default -> word;
        };
    }

    /// Every letter as a JSON escape.
    private static String escapes(String word) {
        var text = new StringBuilder();
        for (char c : word.toCharArray()) {
            text.append(Character.isLetter(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
        return text.toString();
    }
}
