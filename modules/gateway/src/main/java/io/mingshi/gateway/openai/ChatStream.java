package io.mingshi.gateway.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.contracts.ProblemException;
import io.mingshi.gateway.generation.OpenStream;
import io.mingshi.gateway.generation.Recorded;
import io.mingshi.servicekit.problem.ProblemResponses;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

/// Sends an open stream as server-sent events: the notice first, `[DONE]` only after the record is committed.
record ChatStream(
        OpenStream stream,
        ChatBodies bodies,
        boolean usageWanted,
        ObjectMapper json,
        ProblemResponses problems,
        OpenAiErrors errors,
        Consumer<List<Recorded>> beforeEnd)
        implements StreamingOutput {

    @Override
    public void write(OutputStream out) throws IOException {
        try (stream) {
            for (var frame = stream.next(); frame.isPresent(); frame = stream.next()) {
                send(out, bodies.text(frame.get()).toString());
            }
            end(out, stream.complete());
        } catch (ProblemException e) {
            var detail = problems.detail(e.problem(), e.detail());
            send(out, json.<JsonNode>valueToTree(errors.body(detail)).toString());
        }
    }

    private void end(OutputStream out, List<Recorded> works) throws IOException {
        beforeEnd.accept(works);
        for (int i = 0; i < works.size(); i++) {
            send(out, bodies.end(i, works.get(i)).toString());
        }
        if (usageWanted) {
            send(out, bodies.count(stream.usage(), works).toString());
        }
        send(out, "[DONE]");
    }

    private static void send(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(UTF_8));
        out.flush();
    }
}
