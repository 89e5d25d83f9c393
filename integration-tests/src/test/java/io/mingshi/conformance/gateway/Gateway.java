package io.mingshi.conformance.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.client.Answer;
import io.mingshi.client.Form;
import io.mingshi.client.Platform;
import io.mingshi.conformance.upstream.Material;
import io.mingshi.conformance.upstream.ModelServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The gateway that is examined, as one of its clients sees it, with the model's server that stands behind it.
///
/// @param models the names of models by kind: `chat`, `image`, `edit`, `speech`, `transcription`, `video`; a kind that
///     is missing is not offered
/// @param declared what it wants to be told with a picture, such as `depicts=none`; empty for nothing
/// @param forbidden words that it is set up to forbid
/// @param readsPictures whether it claims to read words in pictures
/// @param outage how its moderation fails
record Gateway(
        Platform client,
        ModelServer server,
        Map<String, String> models,
        String declared,
        String forbidden,
        boolean readsPictures,
        Outage outage) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z]+)}");

    Gateway {
        models = Map.copyOf(models);
    }

    boolean offers(Surface surface) {
        return surface.model().isEmpty() || models.containsKey(surface.model());
    }

    Answer send(Place place, boolean streamed, int choices, Content content) {
        String request = VARIABLE.matcher(place.template())
                .replaceAll(
                        found -> Matcher.quoteReplacement(value(found.group(1), place, streamed, choices, content)));
        try {
            return place.form()
                    ? client.post(place.surface().path(), form(request, content))
                    : client.post(place.surface().path(), "application/json", request.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the gateway does not answer " + place.surface().path(), e);
        }
    }

    Answer get(String path) {
        try {
            return client.get(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the gateway does not answer " + path, e);
        }
    }

    private String value(String name, Place place, boolean streamed, int choices, Content content) {
        return switch (name) {
            case "n" -> Integer.toString(choices);
            case "stream" -> Boolean.toString(streamed);
            case "sse" -> streamed ? "sse" : "audio";
            case "x" -> content.words();
            case "picture" -> Base64.getEncoder().encodeToString(content.picture());
            case "sound" -> Base64.getEncoder().encodeToString(content.sound());
            case "file" -> Base64.getEncoder().encodeToString(content.words().getBytes(UTF_8));
            case "declared" -> declared(place.form());
            default -> models.getOrDefault(name, "not-offered");
        };
    }

    private String declared(boolean form) {
        int at = declared.indexOf('=');
        if (at < 0) {
            return "";
        }
        return form ? ";" + declared : ",\"" + declared.substring(0, at) + "\":\"" + declared.substring(at + 1) + "\"";
    }

    private static Form form(String request, Content content) {
        var form = new Form();
        for (String field : request.split(";", -1)) {
            int at = field.indexOf('=');
            String name = field.substring(0, at);
            String value = field.substring(at + 1);
            switch (value) {
                case "@picture" -> form.file(name, "a.png", "image/png", content.picture());
                case "@calm" -> form.file(name, "b.png", "image/png", Material.PICTURE);
                case "@sound" -> form.file(name, "a.wav", "audio/wav", content.sound());
                case "@file" ->
                    form.file(name, "a.txt", "text/plain", content.words().getBytes(UTF_8));
                default -> form.field(name, value);
            }
        }
        return form;
    }
}
