package io.mingshi.localstack.front;

import java.util.SortedMap;

/// Which service answers which path.
///
/// @param ports port of each service by name
record Routes(SortedMap<String, Integer> ports) {

    int port(String path) {
        Integer port = ports.get(service(path));
        if (port == null) {
            throw new IllegalStateException("no port is known for the service of " + path);
        }
        return port;
    }

    /// The OpenAI-compatible paths and the works belong to the gateway, `/api/NAME` to NAME, all else to the console.
    String service(String path) {
        String[] steps = path.split("/", 4);
        String first = steps.length > 1 ? steps[1] : "";
        String second = steps.length > 2 ? steps[2] : "";
        return switch (first) {
            case "v1", "works" -> "gateway";
            case "api" -> ports.containsKey(second) ? second : "console";
            default -> "console";
        };
    }
}
