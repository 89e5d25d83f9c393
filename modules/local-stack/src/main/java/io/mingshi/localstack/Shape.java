package io.mingshi.localstack;

import io.mingshi.localstack.part.PortHolder;
import io.mingshi.localstack.part.Ports;
import io.mingshi.localstack.process.StackProblem;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// How our code runs: all services in one process, or each in its own behind a front door.
enum Shape {
    TOGETHER,
    SEPARATE;

    /// The one port that people use.
    static final int DOOR = 8080;

    private static final List<String> SERVICES = List.of(
            "identity",
            "consent",
            "governance",
            "moderation",
            "gateway",
            "labeling",
            "complaints",
            "records",
            "console");
    private static final int FIRST_SERVICE = 8101;
    private static final int TOGETHER_HEAP_MIB = 320;
    private static final int SEPARATE_HEAP_MIB = 160;

    /// Returns the applications by name, with their ports.
    SequencedMap<String, Integer> applications() {
        SequencedMap<String, Integer> ports = new LinkedHashMap<>();
        switch (this) {
            case TOGETHER -> ports.put("platform", DOOR);
            case SEPARATE -> SERVICES.forEach(name -> ports.put(name, FIRST_SERVICE + ports.size()));
        }
        return ports;
    }

    /// Returns the limit of an application's Java heap.
    int heapMiB() {
        return this == TOGETHER ? TOGETHER_HEAP_MIB : SEPARATE_HEAP_MIB;
    }

    /// Refuses when somebody else listens on a port that is needed.
    void requirePorts() throws IOException {
        requireFree(DOOR);
        for (int port : applications().values()) {
            requireFree(port);
        }
    }

    /// Refuses when somebody else listens on the port, and says who.
    static void requireFree(int port) throws IOException {
        if (!Ports.isFree(port)) {
            String holder = PortHolder.of(port).orElse("a process that cannot be seen from here");
            throw StackProblem.BUSY_PORT.with("Port " + port + " is taken by " + holder + ": end it and start again.");
        }
    }
}
