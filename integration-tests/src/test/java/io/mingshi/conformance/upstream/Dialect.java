package io.mingshi.conformance.upstream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// How a protocol writes what a model says, whole and as server-sent events.
interface Dialect {
    String MODEL = "conformance";

    ObjectNode whole(Said said);

    List<Event> events(Said said);

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// @param name empty where the protocol has none
    record Event(String name, String data) {
        static Event named(ObjectNode data) {
            return new Event(data.path("type").asText(), data.toString());
        }

        String text() {
            return (name.isEmpty() ? "" : "event: " + name + "\n") + "data: " + data + "\n\n";
        }
    }
}
