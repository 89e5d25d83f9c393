package io.mingshi.localstack;

import io.mingshi.localstack.front.FrontDoor;
import io.mingshi.localstack.part.Service;
import io.mingshi.localstack.part.Site;
import io.mingshi.localstack.process.State;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The stack with our applications on it, from the first check to the last stop.
final class Session {
    /// Where people reach it.
    static final String URL = "http://127.0.0.1:" + Shape.DOOR;

    /// What is done while everything runs.
    interface Work {
        int with(Stack stack) throws Exception;
    }

    private final Site site;
    private final Shape shape;
    private Optional<FrontDoor> door = Optional.empty();

    Session(Site site, Shape shape) {
        this.site = site;
        this.shape = shape;
    }

    /// Starts everything, does the work, stops everything.
    ///
    /// @param fresh whether the data of earlier runs is removed first
    int run(boolean fresh, Work work) throws Exception {
        try (StackLock _ = StackLock.take(site.directory())) {
            shape.requirePorts();
            if (fresh) {
                Fresh.clear(site.directory());
            }
            Stack stack = Stack.at(site, System.out, Optional.of(URL));
            Shutdown shutdown = Shutdown.install(() -> stop(stack));
            try {
                start(stack);
                return work.with(stack);
            } finally {
                shutdown.run();
            }
        }
    }

    private void start(Stack stack) throws Exception {
        stack.start();
        Map<String, String> settings = new HashMap<>(Settings.of(stack.facts(), URL));
        if (shape == Shape.SEPARATE) {
            shape.applications()
                    .forEach((name, port) -> settings.put("mingshi.url." + name, "http://127.0.0.1:" + port));
        }
        shape.applications()
                .forEach((name, port) -> stack.start(new Service(site, name, port, shape.heapMiB(), settings)));
        if (shape == Shape.SEPARATE) {
            FrontDoor frontDoor = new FrontDoor(shape.applications());
            door = Optional.of(frontDoor);
            int port = frontDoor.listen(Shape.DOOR);
            stack.board().place("front-door", port);
            stack.board().report("front-door", State.READY, "ready on 127.0.0.1:" + port);
        }
        stack.supervisor().awaitReady();
        stack.announce(ProcessHandle.current().pid());
    }

    private void stop(Stack stack) throws Exception {
        stack.stop();
        door.ifPresent(FrontDoor::close);
    }
}
