package io.mingshi.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What each problem code means and what to do about it, for the pages that `type` of a problem leads to.
public final class ProblemCatalogue {
    private static final String RESOURCE = "/io/mingshi/console/problems.txt";

    private final Map<String, Meaning> meanings;

    private ProblemCatalogue(Map<String, Meaning> meanings) {
        this.meanings = meanings;
    }

    /// The catalogue that comes with this module.
    public static ProblemCatalogue published() {
        try (InputStream in = Objects.requireNonNull(ProblemCatalogue.class.getResourceAsStream(RESOURCE), RESOURCE);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new ProblemCatalogue(reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", 3))
                    .collect(Collectors.toUnmodifiableMap(
                            fields -> fields[0], fields -> new Meaning(fields[1], fields[2]))));
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue of problems cannot be read", e);
        }
    }

    /// The meaning of this code, or a general one for a code that is not listed.
    public Meaning of(String code) {
        return meanings.getOrDefault(code, Meaning.GENERAL);
    }

    /// One explanation in two languages.
    public record Meaning(String zh, String en) {
        static final Meaning GENERAL = new Meaning(
                "请求没有成功。响应中的 detail 一项说明了原因和处理办法；如需协助，请提供其中的 traceId。",
                "The request was not successful. The detail of the answer says why and what to do; when you ask for help,"
                        + " give its traceId.");
    }
}
