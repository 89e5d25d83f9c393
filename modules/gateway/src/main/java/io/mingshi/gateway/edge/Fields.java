package io.mingshi.gateway.edge;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.contracts.ModelId;
import io.mingshi.gateway.Depiction;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the parameters of a request; what is unknown is left alone, as OpenAI does.
public record Fields(JsonNode body) {
    static final int MAX_COUNT = 4;
    private static final int MAX_TEXT = 1_000_000;
    private static final Pattern SIZE = Pattern.compile("(\\d{2,4})x(\\d{2,4})");
    private static final int MIN_SIDE = 64;
    private static final int MAX_SIDE = 2048;
    private static final int USUAL_SIDE = 1024;

    /// Width and height in pixels.
    public record Size(int width, int height) {}

    public static Fields of(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw INVALID_REQUEST.with("send a JSON object");
        }
        return new Fields(body);
    }

    public ModelId model() {
        return new ModelId(text("model"));
    }

    /// A text that must be there.
    public String text(String name) {
        return checked(name, optional(name).orElse(null));
    }

    public Optional<String> optional(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw INVALID_REQUEST.with("the parameter " + name + " must be a string");
        }
        return Optional.of(value.asText());
    }

    /// Who is seen or heard in what is handed in.
    public Depiction depiction() {
        return Declared.of(this);
    }

    public boolean flag(String name) {
        return body.path(name).asBoolean(false);
    }

    public int count() {
        JsonNode n = body.path("n");
        return n.isMissingNode() || n.isNull() ? 1 : count(n.asText());
    }

    public static String checked(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw INVALID_REQUEST.with("the parameter " + name + " is missing or empty: add it");
        }
        if (value.length() > MAX_TEXT) {
            throw INVALID_REQUEST.with("the parameter " + name + " has more than " + MAX_TEXT + " characters");
        }
        return value;
    }

    public static int count(@Nullable String n) {
        if (n == null || n.isBlank()) {
            return 1;
        }
        if (!n.matches("[1-" + MAX_COUNT + "]")) {
            throw INVALID_REQUEST.with("the parameter n must be a whole number from 1 to " + MAX_COUNT);
        }
        return Integer.parseInt(n);
    }

    public static Size size(@Nullable String size) {
        if (size == null || size.isBlank() || size.equals("auto")) {
            return new Size(USUAL_SIDE, USUAL_SIDE);
        }
        Matcher matcher = SIZE.matcher(size);
        if (matcher.matches()) {
            var wanted = new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (Math.min(wanted.width(), wanted.height()) >= MIN_SIDE
                    && Math.max(wanted.width(), wanted.height()) <= MAX_SIDE) {
                return wanted;
            }
        }
        throw INVALID_REQUEST.with("the parameter size must be WIDTHxHEIGHT with sides of " + MIN_SIDE + " to "
                + MAX_SIDE + " pixels, such as 1024x1024");
    }

    /// Whether addresses are wanted instead of the bytes.
    public static boolean asAddress(@Nullable String responseFormat) {
        if (responseFormat == null || responseFormat.isBlank() || responseFormat.equals("b64_json")) {
            return false;
        }
        if (responseFormat.equals("url")) {
            return true;
        }
        throw INVALID_REQUEST.with("the parameter response_format must be b64_json or url");
    }
}
