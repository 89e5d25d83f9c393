package io.mingshi.gateway.upstream;

import static io.mingshi.gateway.GatewayProblem.UPSTREAM_FAILED;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.contracts.ProblemException;
import io.mingshi.gateway.generation.TextStream;
import io.mingshi.gateway.generation.Usage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Server-sent events of a chat completion; only `[DONE]` counts as the end, anything else is a break.
final class ServerStream implements TextStream {
    private static final Logger LOG = Logger.getLogger(ServerStream.class);
    private static final int MAX_LINE = 1 << 20;
    private static final String DATA = "data:";

    private final InputStream raw;
    private final InputStream in;
    private final ObjectMapper json;
    private final Queue<Piece> pieces = new ArrayDeque<>();
    private Usage usage = Usage.NONE;
    private boolean done;

    ServerStream(InputStream raw, ObjectMapper json) {
        this.raw = raw;
        this.in = new BufferedInputStream(raw);
        this.json = json;
    }

    @Override
    public Optional<Piece> next() {
        while (pieces.isEmpty() && !done) {
            String line = line();
            if (line == null) {
                throw broken("ended without saying so");
            }
            if (line.startsWith(DATA)) {
                take(line.substring(DATA.length()).strip());
            }
        }
        return Optional.ofNullable(pieces.poll());
    }

    private void take(String data) {
        if (data.equals("[DONE]")) {
            done = true;
            return;
        }
        JsonNode chunk = parsed(data);
        if (chunk.has("error")) {
            throw broken("reported an error");
        }
        if (chunk.path("usage").isObject()) {
            usage = OpenAiServer.usage(chunk);
        }
        for (JsonNode choice : chunk.path("choices")) {
            JsonNode reason = choice.path("finish_reason");
            pieces.add(new Piece(
                    choice.path("index").asInt(0),
                    said(choice.path("delta")),
                    calls(choice.path("delta").path("tool_calls")),
                    reason.isTextual() ? reason.asText() : null));
        }
    }

    /// A refusal is a text like any other.
    private static String said(JsonNode delta) {
        return delta.path("content").asText("") + delta.path("refusal").asText("");
    }

    private static List<CallPiece> calls(JsonNode calls) {
        List<CallPiece> pieces = new ArrayList<>();
        for (JsonNode call : calls) {
            JsonNode function = call.path("function");
            pieces.add(new CallPiece(
                    call.path("index").asInt(0),
                    function.path("name").asText(""),
                    function.path("arguments").asText("")));
        }
        return pieces;
    }

    private JsonNode parsed(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw broken("sent something that is no JSON");
        }
    }

    private @Nullable String line() {
        try {
            var line = new ByteArrayOutputStream();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    return line.size() == 0 ? null : line.toString(UTF_8);
                }
                if (line.size() == MAX_LINE) {
                    throw broken("sent a line of more than " + MAX_LINE + " bytes");
                }
                line.write(b);
            }
            return line.toString(UTF_8);
        } catch (IOException e) {
            LOG.debug("a stream broke off", e);
            throw broken("broke off");
        }
    }

    private static ProblemException broken(String how) {
        return UPSTREAM_FAILED.with("the model's stream " + how + ": try again later");
    }

    @Override
    public Usage usage() {
        return usage;
    }

    /// Closes the connection, not the buffer in front of it, which another thread may be waiting in.
    @Override
    public void close() {
        try {
            raw.close();
        } catch (IOException e) {
            LOG.debug("a stream was already closed", e);
        }
    }
}
