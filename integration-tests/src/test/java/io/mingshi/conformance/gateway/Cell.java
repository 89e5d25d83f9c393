package io.mingshi.conformance.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// One promise, on one surface, in one mode, for one place of content.
///
/// @param what the place where content goes in or comes out
record Cell(Surface surface, boolean streamed, Promise promise, String what) {
    /// What a gateway promises.
    enum Promise {
        INPUT("forbidden input reaches no model"),
        OUTPUT("forbidden output reaches no client"),
        LABEL("nothing leaves unlabelled"),
        OUTAGE("an outage refuses");

        private final String sentence;

        Promise(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    static List<Cell> of(Promise promise, Surface surface) {
        return switch (promise) {
            case INPUT ->
                cells(
                        surface,
                        promise,
                        Place.of(surface).stream().map(Place::name).toList());
            case OUTPUT -> sayings(surface, promise, Saying::tells);
            case LABEL -> sayings(surface, promise, Saying::labels);
            case OUTAGE -> cells(surface, promise, List.of("any"));
        };
    }

    static List<Cell> all() {
        return Arrays.stream(Promise.values())
                .flatMap(promise -> Arrays.stream(Surface.values()).flatMap(surface -> of(promise, surface).stream()))
                .toList();
    }

    @Override
    public String toString() {
        return surface + " | " + (streamed ? "SSE" : "whole") + " | " + promise.sentence() + " | " + what;
    }

    private static List<Cell> sayings(Surface surface, Promise promise, BiFunction<Saying, Surface, Boolean> asked) {
        return cells(
                surface,
                promise,
                Stream.of(Saying.values())
                        .filter(saying -> asked.apply(saying, surface))
                        .map(Saying::name)
                        .toList());
    }

    private static List<Cell> cells(Surface surface, Promise promise, List<String> places) {
        return surface.modes().stream()
                .flatMap(mode -> places.stream().map(place -> new Cell(surface, mode, promise, place)))
                .toList();
    }
}
