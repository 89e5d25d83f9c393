package io.mingshi.gateway.upstream;

import java.util.Locale;

/// What a server has to answer with; one that says it sends something else is not believed either way.
enum Expected {
    JSON("application/json"),
    EVENTS("text/event-stream"),
    SOUND("audio/"),
    FILM("video/");

    private final String type;

    Expected(String type) {
        this.type = type;
    }

    /// @param contentType the header; empty where there is none
    boolean is(String contentType) {
        String named = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (this) {
            case JSON, EVENTS -> named.equals(type);
            case SOUND, FILM -> named.startsWith(type) || named.equals("application/octet-stream");
        };
    }
}
