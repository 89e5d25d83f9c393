package io.mingshi.gateway.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.generation.Frame;
import io.mingshi.gateway.generation.Recorded;
import io.mingshi.gateway.generation.Usage;
import io.mingshi.servicekit.problem.ProblemDetail;
import java.util.List;

/// Says in the words of one surface what happens in one stream.
public interface StreamProtocol {
    /// A server-sent event.
    ///
    /// @param name empty where the surface names none
    record Event(String name, String data) {
        public static Event of(JsonNode data) {
            return new Event("", data.toString());
        }

        /// An event whose name its data repeat as `type`.
        public static Event typed(JsonNode data) {
            return new Event(data.path("type").asText(), data.toString());
        }
    }

    /// Before anything else.
    List<Event> begin(List<ProduceId> works);

    /// Something of an answer, to be sent now.
    List<Event> frame(Frame frame);

    /// The end, which is sent only after the works are recorded.
    List<Event> end(List<Recorded> works, Usage usage);

    /// The stream breaks off.
    Event failure(ProblemDetail problem);
}
