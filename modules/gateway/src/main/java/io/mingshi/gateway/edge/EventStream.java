package io.mingshi.gateway.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.contracts.ProblemException;
import io.mingshi.gateway.edge.StreamProtocol.Event;
import io.mingshi.gateway.generation.OpenStream;
import io.mingshi.gateway.generation.Recorded;
import io.mingshi.servicekit.problem.ProblemResponses;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

/// Sends an open stream as server-sent events; its end is sent only after the record is committed.
record EventStream(
        OpenStream stream, StreamProtocol protocol, ProblemResponses problems, Consumer<List<Recorded>> beforeEnd)
        implements StreamingOutput {
    @Override
    public void write(OutputStream out) throws IOException {
        try (stream) {
            send(out, protocol.begin(stream.works()));
            for (var frame = stream.next(); frame.isPresent(); frame = stream.next()) {
                send(out, protocol.frame(frame.get()));
            }
            var works = stream.complete();
            beforeEnd.accept(works);
            send(out, protocol.end(works, stream.usage()));
        } catch (ProblemException e) {
            send(out, List.of(protocol.failure(problems.detail(e.problem(), e.detail()))));
        }
    }

    private static void send(OutputStream out, List<Event> events) throws IOException {
        if (events.isEmpty()) {
            return;
        }
        var text = new StringBuilder();
        for (Event event : events) {
            if (!event.name().isEmpty()) {
                text.append("event: ").append(event.name()).append('\n');
            }
            text.append("data: ").append(event.data()).append("\n\n");
        }
        out.write(text.toString().getBytes(UTF_8));
        out.flush();
    }
}
