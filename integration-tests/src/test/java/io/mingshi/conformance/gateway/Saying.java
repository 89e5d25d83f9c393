package io.mingshi.conformance.gateway;

import io.mingshi.conformance.upstream.Cut;
import io.mingshi.conformance.upstream.Material;
import io.mingshi.conformance.upstream.ModelServer;
import io.mingshi.conformance.upstream.Said;
import io.mingshi.conformance.upstream.Said.Call;
import io.mingshi.conformance.upstream.Said.Turn;
import io.mingshi.conformance.upstream.Shown;
import java.util.ArrayList;
import java.util.List;

/// Where in what a model answers something forbidden may stand.
enum Saying {
    TEXT,
    SECOND_CHOICE,
    REFUSAL,
    REASONING,
    CALL_ARGUMENT,
    SECOND_CALL,
    CALL_NAME,
    ESCAPED_ARGUMENT,
    AFTER_MANY_CHUNKS,
    AFTER_MANY_CHARACTERS,
    PICTURE,
    WORDS_IN_PICTURE,
    SOUND,
    FILM;

    /// So many chunks, and so many characters, are more than gateways take for a window.
    private static final int MANY = 3_000;

    /// Whether this surface can say so.
    boolean tells(Surface surface) {
        return switch (this) {
            case TEXT -> surface.conversation() || surface == Surface.TRANSCRIPTIONS;
            case SECOND_CHOICE, REFUSAL, REASONING -> surface == Surface.CHAT;
            case CALL_ARGUMENT, SECOND_CALL, CALL_NAME, ESCAPED_ARGUMENT, AFTER_MANY_CHUNKS, AFTER_MANY_CHARACTERS ->
                surface.conversation();
            case PICTURE, WORDS_IN_PICTURE ->
                surface == Surface.IMAGES || surface == Surface.EDITS || surface == Surface.VARIATIONS;
            case SOUND -> surface == Surface.SPEECH;
            case FILM -> surface == Surface.VIDEOS;
        };
    }

    /// Whether what it says there is of a kind of its own to be labelled.
    boolean labels(Surface surface) {
        return tells(surface)
                && switch (this) {
                    case TEXT, SECOND_CHOICE, CALL_ARGUMENT, PICTURE, SOUND, FILM -> true;
                    default -> false;
                };
    }

    int choices() {
        return this == SECOND_CHOICE ? 2 : 1;
    }

    /// Every way to cut it, in a stream; whole otherwise.
    List<Cut> cuts(boolean streamed, String words) {
        if (!streamed) {
            return List.of(new Cut.Whole());
        }
        return switch (this) {
            case TEXT, SECOND_CHOICE, CALL_ARGUMENT, ESCAPED_ARGUMENT -> everywhere(words.length());
            case AFTER_MANY_CHUNKS -> List.of(new Cut.Every(1));
            case AFTER_MANY_CHARACTERS -> List.of(new Cut.Whole(), new Cut.Every(MANY));
            case REFUSAL, REASONING, SECOND_CALL, CALL_NAME -> List.of(new Cut.Whole(), new Cut.Every(1));
            case PICTURE, WORDS_IN_PICTURE, SOUND, FILM -> List.of(new Cut.Whole());
        };
    }

    private static List<Cut> everywhere(int length) {
        List<Cut> cuts =
                new ArrayList<>(List.of(new Cut.Whole(), new Cut.Every(1), new Cut.Every(2), new Cut.Every(5)));
        for (int i = 1; i < length + 8; i++) {
            cuts.add(new Cut.BeforeEnd(i));
        }
        return cuts;
    }

    /// Has the model say this, or show the forbidden thing.
    void play(ModelServer server, String words, boolean forbidden, Cut cut) {
        Shown calm = Shown.CALM;
        server.shows(
                switch (this) {
                    case PICTURE -> calm.withPicture(forbidden ? Material.FORBIDDEN_PICTURE : Material.PICTURE);
                    case WORDS_IN_PICTURE -> calm.withPicture(Material.pictureOf(words));
                    case SOUND -> calm.withSound(forbidden ? Material.FORBIDDEN_SOUND : Material.SOUND);
                    case FILM -> calm.withFilm(forbidden ? Material.FORBIDDEN_FILM : Material.FILM);
                    default -> calm;
                });
        server.says(said("first, " + words + " now", cut));
    }

    private Said said(String text, Cut cut) {
        Turn calm = Turn.text("a calm sky");
        return switch (this) {
            case SECOND_CHOICE -> new Said(List.of(calm, Turn.text(text)), cut);
            case REFUSAL -> new Said(List.of(new Turn("", List.of(), text, "")), cut);
            case REASONING -> new Said(List.of(new Turn("a calm sky", List.of(), "", text)), cut);
            case CALL_ARGUMENT -> new Said(List.of(Turn.calls(new Call("weather", quoted(text)))), cut);
            case SECOND_CALL ->
                new Said(List.of(Turn.calls(new Call("weather", "{}"), new Call("weather", quoted(text)))), cut);
            case CALL_NAME -> new Said(List.of(Turn.calls(new Call("tool_" + text, "{}"))), cut);
            case ESCAPED_ARGUMENT -> new Said(List.of(Turn.calls(new Call("weather", quoted(escaped(text))))), cut);
            case AFTER_MANY_CHUNKS, AFTER_MANY_CHARACTERS -> Said.text("calm. ".repeat(MANY / 6) + text, cut);
            case TEXT, PICTURE, WORDS_IN_PICTURE, SOUND, FILM -> Said.text(text, cut);
        };
    }

    private static String quoted(String text) {
        return "{\"q\":\"" + text + "\"}";
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars()
                .forEach(c -> escaped.append(Character.isLetter(c) ? "\\u%04x".formatted(c) : Character.toString(c)));
        return escaped.toString();
    }
}
