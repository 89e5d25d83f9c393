package io.mingshi.system;

import static org.awaitility.Awaitility.await;

import io.mingshi.client.Answer;
import io.mingshi.client.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Many small generations at once, by clients that go on after a failure as soon as the platform is ready again.
final class Load {
    private static final int CLIENTS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Platform program;
    private final Collection<Received> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    /// @param program the platform as the holder of an API key sees it
    Load(Platform program) {
        this.program = program;
    }

    /// Sends the requests and runs the deed once, in the middle.
    void run(int requests, Deed inTheMiddle) throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.submit(() -> send(requests));
            }
            await().atMost(PATIENCE).until(() -> received.size() >= requests / 4);
            inTheMiddle.happen();
        }
    }

    Collection<Received> received() {
        return received;
    }

    /// How many requests were not answered in full.
    int failed() {
        return failed.get();
    }

    interface Deed {
        void happen() throws Exception;
    }

    private void send(int requests) {
        for (int number = begun.getAndIncrement(); number < requests; number = begun.getAndIncrement()) {
            Optional<Received> work = generate(number);
            work.ifPresent(received::add);
            if (work.isEmpty()) {
                failed.incrementAndGet();
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> program.get("/q/health/ready").status() == 200);
            }
        }
    }

    private Optional<Received> generate(int number) {
        try {
            return switch (number % 3) {
                case 0 -> Received.image(image(number));
                case 1 -> Received.chat(chat(number, false));
                default -> Received.stream(chat(number, true));
            };
        } catch (IOException interrupted) {
            return Optional.empty();
        }
    }

    private Answer image(int number) throws IOException {
        return program.post(
                "/v1/images/generations",
                Map.of("model", "mingshi-demo-image", "prompt", "harbour " + number, "size", "128x128"));
    }

    private Answer chat(int number, boolean stream) throws IOException {
        return program.post(
                "/v1/chat/completions",
                Map.of(
                        "model",
                        "mingshi-demo-chat",
                        "stream",
                        stream,
                        "messages",
                        List.of(Map.of("role", "user", "content", "Describe harbour " + number))));
    }
}
