package io.mingshi.gateway.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.gateway.generation.TextStream;
import io.mingshi.gateway.generation.Usage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
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
    private static final String DATA = "data:";

    private final InputStream raw;
    private final Lines lines;
    private final Silence silence;
    private final ObjectMapper json;
    private final Queue<Piece> pieces = new ArrayDeque<>();
    private Usage usage = Usage.NONE;
    private boolean done;

    /// @param longest the longest silence
    ServerStream(InputStream raw, ObjectMapper json, Duration longest) {
        this.raw = raw;
        this.lines = new Lines(raw);
        this.json = json;
        this.silence = new Silence(longest, this::end);
    }

    @Override
    public Optional<Piece> next() {
        while (pieces.isEmpty() && !done) {
            String line = line();
            if (line == null) {
                throw ServerFailure.broken("ended its stream without saying so");
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
            throw ServerFailure.broken("reported an error within its stream");
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
            throw ServerFailure.broken("sent something that is no JSON within its stream");
        }
    }

    private @Nullable String line() {
        silence.waits();
        try {
            return lines.line();
        } catch (IOException e) {
            LOG.debug("a stream broke off", e);
            throw ServerFailure.broken("broke off its stream");
        } finally {
            silence.heard();
        }
    }

    @Override
    public Usage usage() {
        return usage;
    }

    @Override
    public void close() {
        silence.close();
        end();
    }

    /// Closes the connection, and wakes the thread that waits for the rest of it.
    private void end() {
        try {
            raw.close();
        } catch (IOException e) {
            LOG.debug("a stream was already closed", e);
        }
    }
}
