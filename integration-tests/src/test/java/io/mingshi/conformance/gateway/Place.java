package io.mingshi.conformance.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// Where in the requests of a surface content goes in, and the request that puts it there.
///
/// @param template JSON, or the fields of a form
record Place(Surface surface, String name, Kind kind, String template) {
    private static final Pattern COLUMN = Pattern.compile(" \\| ");
    private static final List<Place> ALL = read();

    /// Those of a surface where something forbidden may stand.
    static List<Place> of(Surface surface) {
        return ALL.stream()
                .filter(place -> place.surface == surface && place.kind != Kind.ANSWER)
                .toList();
    }

    /// The request whose answer counts.
    static Place answer(Surface surface) {
        return ALL.stream()
                .filter(place -> place.surface == surface && place.kind == Kind.ANSWER)
                .findAny()
                .orElseGet(() -> of(surface).getFirst());
    }

    boolean form() {
        return !template.startsWith("{");
    }

    private static List<Place> read() {
        var file = Objects.requireNonNull(Place.class.getResourceAsStream("requests.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> COLUMN.split(line, 4))
                    .map(part -> new Place(Surface.valueOf(part[0]), part[1], Kind.valueOf(part[2]), part[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the requests of the matrix cannot be read", e);
        }
    }
}
