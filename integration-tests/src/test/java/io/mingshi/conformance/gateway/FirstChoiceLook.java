package io.mingshi.conformance.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/// What the weakest of today's gateways look at: the last message of a chat, and the text of the first choice of an
/// answer that comes whole. When the moderation cannot work, both pass.
final class FirstChoiceLook implements BareProxy.Look, Outage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHAT = Surface.CHAT.path();

    private final String forbidden;
    private volatile boolean down;

    FirstChoiceLook(String forbidden) {
        this.forbidden = forbidden;
    }

    @Override
    public boolean forbidsInput(String path, byte[] body) {
        if (down || !path.equals(CHAT)) {
            return false;
        }
        JsonNode messages = read(body).path("messages");
        return forbids(messages.path(messages.size() - 1).path("content").asText());
    }

    @Override
    public boolean forbidsOutput(String path, byte[] body) {
        return !down
                && path.equals(CHAT)
                && forbids(read(body)
                        .path("choices")
                        .path(0)
                        .path("message")
                        .path("content")
                        .asText());
    }

    @Override
    public void begin() {
        down = true;
    }

    @Override
    public void end() {
        down = false;
    }

    private boolean forbids(String text) {
        return text.toLowerCase(Locale.ROOT).contains(forbidden);
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("a chat is JSON", e);
        }
    }
}
